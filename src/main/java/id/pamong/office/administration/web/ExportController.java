package id.pamong.office.administration.web;

import id.pamong.office.administration.Exports;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.table.TableFormat;
import id.pamong.office.table.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Any list searched, or as a file with the search and the order of the page it was asked on. */
@Controller
class ExportController {
    private final Permissions permissions;
    private final ObjectProvider<Listing<?>> listings;
    private final ListPages pages;
    private final Exports exports;
    private final MessageSource messages;

    ExportController(
            ObjectProvider<Listing<?>> listings,
            ListPages pages,
            Exports exports,
            MessageSource messages,
            Permissions permissions) {
        this.permissions = permissions;
        this.listings = listings;
        this.pages = pages;
        this.exports = exports;
        this.messages = messages;
    }

    /** A search is sent as a form, so that no name or number of anyone stands in an address. */
    @Performs("page.search")
    @PostMapping("/{government}/cari/{list}")
    String search(
            LocalGovernment government,
            Actor actor,
            @PathVariable String list,
            SubmittedForm form) {
        return "redirect:" + pages.address(find(list), reader(government, actor), form);
    }

    @Performs("page.export")
    @PostMapping("/{government}/ekspor/{list}")
    void masked(
            LocalGovernment government,
            Actor actor,
            @PathVariable String list,
            SubmittedForm form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Listing<?> listing = find(list);
        ListReader reader = reader(government, actor);
        exports.begin(actor, list, listing.command(), pages.chosen(listing, reader, form));
        write(listing, reader, form, false, locale, response);
    }

    /** With what is masked on the page, for a reason that stands in the trail. */
    @Performs("page.export-clear")
    @PostMapping("/{government}/ekspor/{list}/lengkap")
    @Nullable String clear(
            LocalGovernment government,
            Actor actor,
            @PathVariable String list,
            SubmittedForm form,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Listing<?> listing = find(list);
        ListReader reader = reader(government, actor);
        if (listing.unmasked(reader).isEmpty()) {
            throw new NotFound("list.not-found");
        }
        List<Finding> findings =
                exports.beginClear(
                        actor,
                        list,
                        listing.command(),
                        pages.chosen(listing, reader, form),
                        form.text("reason"));
        if (!findings.isEmpty()) {
            model.addAttribute("findings", findings);
            model.addAttribute("list", pages.page(listing, reader, form));
            return "page/list-page";
        }
        write(listing, reader, form, true, locale, response);
        return null;
    }

    private Listing<?> find(String name) {
        return listings.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("list.not-found"));
    }

    private ListReader reader(LocalGovernment government, Actor actor) {
        return permissions.reader(government, actor);
    }

    private <T> void write(
            Listing<T> listing,
            ListReader reader,
            SubmittedForm form,
            boolean clear,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        TableFormat format = TableFormat.of(form.text("bentuk")).orElse(TableFormat.XLSX);
        List<ListColumn<T>> columns = new ArrayList<>(listing.columns(reader));
        if (clear) {
            columns.addAll(listing.unmasked(reader));
        }
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(
                                listing.name()
                                        + "-"
                                        + reader.government().slug()
                                        + "."
                                        + format.ending())
                        .build()
                        .toString());
        response.setHeader("Cache-Control", "no-store");
        String title = messages.getMessage(listing.titleKey(), null, locale);
        try (TableWriter table = TableWriter.to(response.getOutputStream(), format, title)) {
            table.row(columns.stream().map(one -> message(one.key(), locale)).toList());
            pages.export(
                    listing,
                    reader,
                    form,
                    row ->
                            table.row(
                                    columns.stream()
                                            .map(one -> text(one.cell().apply(row), locale))
                                            .toList()));
        }
    }

    private String text(ListCell cell, Locale locale) {
        return cell.isKey() ? message(cell.text(), locale) : cell.text();
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
