package id.pamong.demo;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** How a person takes the account: numbers, one-time code by e-mail, password, authenticator. */
final class AccountSteps {
    private static final Pattern CODE = Pattern.compile("Anda: ([A-Z0-9][A-Z0-9 -]{4,30}[A-Z0-9])");

    private final Walk walk;

    AccountSteps(Walk walk) {
        this.walk = walk;
    }

    /** With the code from the printed sheet that was handed over. */
    void claimBySheet(DemoPerson person) {
        Visitor visitor = walk.beginning(person);
        if (wentOn(person, visitor)) {
            return;
        }
        WebPage asked =
                visitor.send(
                        visitor.open(walk.at("/akun/klaim"))
                                .formWith("nip", "nik")
                                .fill("nip", person.nip())
                                .fill("nik", person.nik())
                                .press("way", "sheet"));
        password(person, visitor, asked, walk.journal().get("code." + person.key()));
    }

    /** With a code by e-mail to the official address. */
    void claimByMail(DemoPerson person) {
        Visitor visitor = walk.beginning(person);
        if (wentOn(person, visitor)) {
            return;
        }
        int seen = walk.mailbox().count();
        WebPage asked =
                visitor.send(
                        visitor.open(walk.at("/akun/klaim"))
                                .formWith("nip", "nik")
                                .fill("nip", person.nip())
                                .fill("nik", person.nik())
                                .press("way", "mail"));
        String code = walk.mailbox().waitFor(person.email(), seen, CODE);
        walk.journal().put("code." + person.key(), code);
        password(person, visitor, asked, code);
    }

    /** Where a start before this one was cut off after the password was set, goes on from there. */
    private boolean wentOn(DemoPerson person, Visitor visitor) {
        String begun = "begun.claim." + person.key();
        if (walk.journal().find(begun).isEmpty()) {
            walk.journal().put(begun, "yes");
            return false;
        }
        WebPage page =
                visitor.trySending(
                        visitor.open(walk.at("/masuk"))
                                .formWith("who", "password")
                                .fill("who", person.nip())
                                .fill("password", person.password()));
        if (page.hasProblems()) {
            return false;
        }
        if (page.document().selectFirst("main code") != null) {
            enrol(person, visitor, page);
        } else {
            visitor.carry(walk.authenticator(walk.journal().get("totp." + person.key())));
        }
        return true;
    }

    private void password(DemoPerson person, Visitor visitor, WebPage asked, String code) {
        enrol(
                person,
                visitor,
                visitor.send(
                        asked.formWith("code", "newPassword")
                                .fill("code", code)
                                .fill("newPassword", person.password())
                                .fill("passwordRepeat", person.password())));
    }

    /** Scans the secret that the page shows and types the first code. */
    private void enrol(DemoPerson person, Visitor visitor, WebPage page) {
        Element shown = page.document().selectFirst("main code");
        if (shown == null) {
            throw new StepFailed("no secret on " + page);
        }
        Totp totp = walk.authenticator(shown.text());
        walk.enrolled(person, shown.text().replace(" ", ""));
        WebPage enrolled = visitor.send(page.formWith("totp").fill("totp", totp.next()));
        walk.journal()
                .put(
                        "backup." + person.key(),
                        String.join("\n", enrolled.document().select("ol.codes li").eachText()));
        visitor.carry(totp);
    }
}
