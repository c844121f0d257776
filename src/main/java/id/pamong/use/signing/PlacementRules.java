package id.pamong.use.signing;

import id.pamong.authority.signature.PdfInspection;
import id.pamong.authority.signature.SignaturePlacement;
import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a placement must be; every finding at once. */
final class PlacementRules {
    static final int NUMBER = 100;
    static final int SUBJECT = 200;
    private static final double SMALLEST_WIDTH = 100;
    private static final double SMALLEST_HEIGHT = 40;

    private static final Pattern CAPACITY =
            Pattern.compile("|own|(?:holding|mandate)-[0-9a-f-]{36}");

    private PlacementRules() {}

    static List<Finding> check(Letter letter, Placement placement) {
        List<Finding> findings = new ArrayList<>();
        SignaturePlacement at = placement.at();
        if (!CAPACITY.matcher(placement.capacity()).matches()) {
            findings.add(Finding.blocking("signing.capacity-gone", "capacity"));
        }
        if (placement.number().length() > NUMBER) {
            findings.add(Finding.blocking("signing.number-too-long", "number", NUMBER));
        }
        if (placement.subject().length() > SUBJECT) {
            findings.add(Finding.blocking("signing.subject-too-long", "subject", SUBJECT));
        }
        if (at.page() < 1 || at.page() > letter.pages().size()) {
            findings.add(Finding.blocking("signing.no-such-page", "page", letter.pages().size()));
            return findings;
        }
        if (!(at.width() >= SMALLEST_WIDTH && at.height() >= SMALLEST_HEIGHT)) {
            findings.add(
                    Finding.blocking(
                            "signing.block-too-small",
                            "width",
                            Math.round(SMALLEST_WIDTH),
                            Math.round(SMALLEST_HEIGHT)));
        }
        PdfInspection.Page page = letter.pages().get(at.page() - 1);
        boolean inside =
                at.left() >= -0.5
                        && at.top() >= -0.5
                        && at.left() + at.width() <= page.width() + 0.5
                        && at.top() + at.height() <= page.height() + 0.5;
        if (!inside) {
            findings.add(
                    Finding.blocking(
                            "signing.outside-page",
                            "left",
                            Math.round(page.width()),
                            Math.round(page.height())));
        }
        return findings;
    }
}
