package id.pamong.office.page;

/**
 * An entry of the navigation, declared as a bean by the room that owns the page and shown to those
 * who may run its command.
 *
 * @param order position, small first
 * @param messageKey label
 * @param path below the local government, such as {@code /petugas/antrean}
 * @param command of the table of permissions
 * @param icon name of a symbol in the page's icon sprite
 */
public record NavItem(int order, String messageKey, String path, String command, String icon) {}
