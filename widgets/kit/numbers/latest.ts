/** What is worked out once for each key: kept for the keys that were asked for last. */
export /* @__NO_SIDE_EFFECTS__ */ function latest<Value>(
  most: number,
): (key: string | number, make: () => Value) => Value {
  const kept = new Map<string | number, Value>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return value;
  };
}
