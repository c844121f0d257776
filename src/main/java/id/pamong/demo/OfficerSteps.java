package id.pamong.demo;

import java.util.List;

/** The officer of the registration authority takes the next case, checks it, and decides. */
final class OfficerSteps {
    private static final List<String> CHECKS =
            List.of("WRITTEN_APPLICATION", "IDENTITY", "RECOMMENDATION", "OTHER_DATA");

    private final Walk walk;

    OfficerSteps(Walk walk) {
        this.walk = walk;
    }

    /** Looks at every paper, answers every check, approves and signs the decision. */
    void decide() {
        Visitor officer = walk.as(walk.government().officers().getFirst());
        WebPage taken =
                officer.trySending(
                        officer.open(walk.at("/petugas/antrean")).formTo("/antrean/berikutnya"));
        if (taken.address().getPath().endsWith("/antrean")) {
            // Decided by a start before this one; the next step needs the decision.
            return;
        }
        WebPage page = officer.open(taken.address().getPath());
        for (String picture : page.pictures("/berkas/")) {
            WebPage seen = officer.look(picture);
            if (seen.status() != 200) {
                throw new StepFailed("a paper cannot be seen: " + seen);
            }
        }
        WebForm form = page.formTo("/putusan");
        CHECKS.forEach(check -> form.fill("result." + check, "OK"));
        form.fill("outcome", "APPROVED").fill("passphrase", walk.government().officerPassphrase());
        if (form.has("totp")) {
            form.fill("totp", officer.authenticator().next());
        }
        officer.send(form);
    }
}
