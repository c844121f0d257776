package id.pamong.office.identity.web;

import id.pamong.office.organization.LocalGovernment;

/** Where to go on after signing in: only a page of the same local government. */
final class SafePath {
    private SafePath() {}

    static String of(LocalGovernment government, String wanted) {
        String base = "/" + government.slug() + "/";
        boolean own =
                wanted.startsWith(base)
                        && !wanted.contains("//")
                        && !wanted.contains("\\")
                        && !wanted.contains("..")
                        && wanted.chars().noneMatch(Character::isISOControl);
        return own ? wanted : base + "beranda";
    }
}
