package id.pamong.office.page;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What templates ask about the findings of a page; the model may have none. */
@Component("findingList")
public class FindingList {
    private final MessageSource messages;
    private final Dates dates;

    FindingList(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    public boolean has(@Nullable List<Finding> findings, String field) {
        return !of(findings, field).isEmpty();
    }

    public List<Finding> of(@Nullable List<Finding> findings, String field) {
        return findings == null
                ? List.of()
                : findings.stream().filter(one -> Objects.equals(one.field(), field)).toList();
    }

    public boolean blocks(@Nullable List<Finding> findings) {
        return !blocking(findings).isEmpty();
    }

    public List<Finding> blocking(@Nullable List<Finding> findings) {
        return findings == null
                ? List.of()
                : findings.stream().filter(Finding::isBlocking).toList();
    }

    /** Its sentence in the reader's language; dates as people write them. */
    public String text(Finding finding) {
        return messages.getMessage(
                "finding." + finding.code(),
                finding.arguments().stream().map(this::shown).toArray(),
                LocaleContextHolder.getLocale());
    }

    private Object shown(Object argument) {
        return argument instanceof LocalDate date ? dates.on(date) : argument;
    }
}
