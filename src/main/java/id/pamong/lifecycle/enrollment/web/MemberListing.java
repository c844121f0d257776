package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.AgencyBatches;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people of one batch and where each stands. */
@Component
class MemberListing implements Listing<CollectiveMember> {
    private final AgencyBatches batches;

    MemberListing(AgencyBatches batches) {
        this.batches = batches;
    }

    @Override
    public String name() {
        return "anggota";
    }

    @Override
    public String path() {
        return "/usulan";
    }

    @Override
    public String command() {
        return "enrollment.view-batch";
    }

    @Override
    public String titleKey() {
        return "collective.members";
    }

    @Override
    public String emptyKey() {
        return "collective.list.empty";
    }

    @Override
    public String searchKey() {
        return "collective.members.search";
    }

    @Override
    public String order() {
        return "nama";
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public String path(ListQuery query) {
        return "/usulan/" + query.filter("usulan");
    }

    /** Which batch, by its id; the agency's admin sees no other. */
    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.id("usulan", "collective.list.name"),
                ListFilter.tab(
                        "keadaan",
                        "collective.standing",
                        Arrays.stream(CollectiveMember.Standing.values()).map(Enum::name)));
    }

    @Override
    public List<ListColumn<CollectiveMember>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted("collective.person", "nama", one -> ListCell.text(one.name())),
                ListColumn.of("collective.members.number", one -> ListCell.text(one.number())),
                ListColumn.of("collective.post", one -> ListCell.text(one.post())),
                ListColumn.of("collective.list.agency", one -> ListCell.text(one.agencyName())),
                ListColumn.of(
                        "collective.standing",
                        one -> ListCell.word("collective.standing." + one.standing())),
                ListColumn.of(
                        "enrollment.letter.RECOMMENDATION",
                        one -> letter(one, Endorsement.Kind.RECOMMENDATION)),
                ListColumn.of(
                        "enrollment.letter.COVER_LETTER",
                        one -> letter(one, Endorsement.Kind.COVER_LETTER)));
    }

    private static ListCell letter(CollectiveMember member, Endorsement.Kind kind) {
        return ListCell.word(
                member.letters().contains(kind)
                        ? "collective.letter.given"
                        : member.asked().contains(kind)
                                ? "collective.letter.asked"
                                : "collective.letter.none");
    }

    /** A batch has few hundred members at most; they are read whole and cut into pages here. */
    @Override
    public List<CollectiveMember> rows(ListReader reader, ListQuery query) {
        CollectiveMember.Standing standing =
                query.filter("keadaan", CollectiveMember.Standing.class);
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        List<CollectiveMember> all =
                batches.members(
                        reader.government().id(), reader.person(), query.filterId("usulan"));
        List<CollectiveMember> ordered = query.descending() ? all.reversed() : all;
        return ordered.stream()
                .dropWhile(one -> query.after() != null && !id(one).equals(query.after()))
                .skip(query.after() == null ? 0 : 1)
                .filter(one -> standing == null || one.standing() == standing)
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).contains(wanted)
                                || one.number().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(query.limit())
                .toList();
    }

    @Override
    public UUID id(CollectiveMember row) {
        return row.application().value();
    }
}
