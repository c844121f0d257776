package id.pamong.use.signing.web;

import id.pamong.authority.signature.PdfInspection;
import id.pamong.authority.signature.SignaturePlacement;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import id.pamong.use.signing.Duty;
import id.pamong.use.signing.Letter;
import id.pamong.use.signing.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The placement as typed, which is kept even when it cannot be used. */
public record PlacementForm(
        Letter letter,
        int page,
        String left,
        String top,
        String width,
        String height,
        String duty,
        String capacity,
        String number,
        String subject,
        List<Finding> findings) {

    /** What is kept; another page may be looked at by the address. */
    static PlacementForm of(Letter letter, SubmittedForm form) {
        Placement placement = letter.placement();
        SignaturePlacement at = placement.at();
        int wanted = whole(form.text("halaman")).orElse(at.page());
        return new PlacementForm(
                letter,
                Math.clamp(wanted, 1, letter.pages().size()),
                written(at.left()),
                written(at.top()),
                written(at.width()),
                written(at.height()),
                placement.duty().name(),
                placement.capacity(),
                placement.number(),
                placement.subject(),
                List.of());
    }

    /** What a form brought. */
    static PlacementForm typed(Letter letter, SubmittedForm form) {
        List<Finding> findings = new ArrayList<>();
        String wanted = form.text("goto").isEmpty() ? form.text("page") : form.text("goto");
        Optional<Integer> page = whole(wanted);
        if (page.isEmpty() || page.get() < 1 || page.get() > letter.pages().size()) {
            findings.add(Finding.blocking("signing.no-such-page", "page", letter.pages().size()));
        }
        for (String field : List.of("left", "top", "width", "height")) {
            if (number(form.text(field)).isEmpty()) {
                findings.add(Finding.blocking("signing.not-a-number", field));
            }
        }
        if (duty(form.text("duty")).isEmpty()) {
            findings.add(Finding.blocking("signing.duty-needed", "duty"));
        }
        return new PlacementForm(
                letter,
                Math.clamp(page.orElse(letter.placement().at().page()), 1, letter.pages().size()),
                form.text("left"),
                form.text("top"),
                form.text("width"),
                form.text("height"),
                form.text("duty"),
                form.text("capacity"),
                form.text("number"),
                form.text("subject"),
                List.copyOf(findings));
    }

    /** Only without findings. On a smaller page the block moves inside. */
    Placement placement() {
        PdfInspection.Page size = size();
        double wide = Math.min(number(width).orElseThrow(), size.width());
        double high = Math.min(number(height).orElseThrow(), size.height());
        return new Placement(
                new SignaturePlacement(
                        page,
                        Math.clamp(number(left).orElseThrow(), 0, size.width() - wide),
                        Math.clamp(number(top).orElseThrow(), 0, size.height() - high),
                        wide,
                        high),
                duty(duty).orElseThrow(),
                capacity,
                number,
                subject);
    }

    /** Size of the page shown, in points. */
    public PdfInspection.Page size() {
        return letter.pages().get(page - 1);
    }

    public double shownLeft() {
        return number(left).orElse(letter.placement().at().left());
    }

    public double shownTop() {
        return number(top).orElse(letter.placement().at().top());
    }

    public double shownWidth() {
        return number(width).orElse(letter.placement().at().width());
    }

    public double shownHeight() {
        return number(height).orElse(letter.placement().at().height());
    }

    private static String written(double points) {
        return String.format(Locale.ROOT, "%.0f", points);
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?\\d{1,5}([.,]\\d{1,4})?")
                ? Optional.of(Double.valueOf(text.replace(',', '.')))
                : Optional.empty();
    }

    private static Optional<Duty> duty(String text) {
        for (Duty duty : Duty.values()) {
            if (duty.name().equals(text)) {
                return Optional.of(duty);
            }
        }
        return Optional.empty();
    }
}
