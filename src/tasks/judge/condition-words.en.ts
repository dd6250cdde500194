/** Why a measure that a goal asks for has no value. */
export const NOT_MEASURED = 'it was not measured';
