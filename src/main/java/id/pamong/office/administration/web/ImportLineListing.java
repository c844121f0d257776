package id.pamong.office.administration.web;

import id.pamong.office.organization.ImportReport;
import id.pamong.office.organization.PeopleImport;
import id.pamong.office.page.FindingList;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of one file of people, what becomes of each and why; no identity number. */
@Component
class ImportLineListing implements Listing<ImportReport.Line> {
    /** Chosen among the results: whatever has something to say. */
    static final String SPEAKING = "CATATAN";

    private final PeopleImport peopleImport;
    private final FindingList sentences;

    ImportLineListing(PeopleImport peopleImport, FindingList sentences) {
        this.peopleImport = peopleImport;
        this.sentences = sentences;
    }

    @Override
    public String name() {
        return "laporan-impor";
    }

    @Override
    public String path() {
        return "/pengelola/impor";
    }

    @Override
    public String path(ListQuery query) {
        return "/pengelola/impor/" + query.filter("berkas");
    }

    @Override
    public String command() {
        return "organization.import-people";
    }

    @Override
    public String titleKey() {
        return "administration.report.lines";
    }

    @Override
    public String emptyKey() {
        return "administration.report.none";
    }

    @Override
    public String searchKey() {
        return "administration.report.search";
    }

    @Override
    public String order() {
        return "baris";
    }

    /** Which file, by its id. */
    @Override
    public List<ListFilter> filters(ListReader reader) {
        List<ListFilter.Choice> results = new ArrayList<>();
        results.add(new ListFilter.Choice(SPEAKING, "administration.report.speaking", true));
        Stream.of(ImportReport.Outcome.values())
                .map(one ->
                        new ListFilter.Choice(one.name(), "administration.outcome." + one, true))
                .forEach(results::add);
        return List.of(
                ListFilter.id("berkas", "administration.report.lines"),
                ListFilter.of("hasil", "administration.report.outcome", results.stream()));
    }

    @Override
    public List<ListColumn<ImportReport.Line>> columns(ListReader reader) {
        return List.of(
                ListColumn.of("administration.report.sheet", one -> ListCell.text(one.sheet())),
                ListColumn.sorted(
                        "administration.report.line",
                        "baris",
                        one -> ListCell.text(Integer.toString(one.number()))),
                ListColumn.of("administration.report.name", one -> ListCell.text(one.name())),
                ListColumn.of(
                        "administration.report.outcome",
                        one ->
                                ListCell.badge(
                                        one.outcome() == ImportReport.Outcome.REFUSED
                                                ? "bad"
                                                : "ok",
                                        "administration.outcome." + one.outcome())),
                ListColumn.of(
                        "administration.report.what",
                        one ->
                                ListCell.text(
                                        one.findings().stream()
                                                .map(this::withClauses)
                                                .collect(Collectors.joining(" ")))));
    }

    private String withClauses(Finding finding) {
        String clauses =
                finding.citations().stream()
                        .map(Citation::printedRef)
                        .collect(Collectors.joining(", "));
        String text = sentences.text(finding);
        return clauses.isEmpty() ? text : text + " (" + clauses + ")";
    }

    @Override
    public List<ImportReport.Line> rows(ListReader reader, ListQuery query) {
        Optional<UUID> file = query.filterId("berkas");
        return file.isEmpty()
                ? List.of()
                : peopleImport.lines(
                        reader.government().id(),
                        file.get(),
                        new PeopleImport.WantedLines(
                                query.text(),
                                query.filter("hasil", ImportReport.Outcome.class),
                                query.filter("hasil").equals(SPEAKING),
                                query.descending(),
                                position(query.after()),
                                query.limit()));
    }

    /** A line is known by its place in the file, written as an id. */
    @Override
    public UUID id(ImportReport.Line row) {
        return new UUID(0, row.position());
    }

    private static @Nullable Integer position(@Nullable UUID after) {
        return after == null ? null : (int) after.getLeastSignificantBits();
    }
}
