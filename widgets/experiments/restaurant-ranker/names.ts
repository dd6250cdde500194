/** What a restaurant is called in the picture: forty kinds of kitchen, by number. */
const NAMES: readonly string[] =
  'Pizzeria,Noodle bar,Curry house,Burger bar,Falafel,Sushi,Dumplings,Taqueria,Grill,Bakery,Salad bar,Ramen,Kebab,Crêperie,Fish & chips,Soup bar,Tapas,Bistro,Diner,Deli,Gyros,Poke,Bagels,Waffles,Trattoria,Steak house,Tandoori,Pho,Bibimbap,Thai kitchen,Vegan café,Sandwiches,Pancakes,Pierogi,Arepas,Injera,Mezze,Hot pot,Congee,Roast chicken'.split(
    ',',
  );

/** The name of a restaurant. */
export function nameOf(restaurant: number): string {
  return NAMES[restaurant] ?? `No. ${restaurant}`;
}
