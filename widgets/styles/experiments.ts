/** What only one experiment looks like, wherever there is such a sheet: no experiment is entered here. */
import.meta.glob('../experiments/*/styles.css', { eager: true });
