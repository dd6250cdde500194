/** What only one kind of control looks like: no kind is entered here. */
import.meta.glob('../controls/*/styles.css', { eager: true });
