package id.pamong.lifecycle.revocation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.Posts;
import id.pamong.office.page.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * A certificate of a post ends with the post (MDN-6b, CJR-7b): once the register says that its
 * owner held it and holds it no longer, by the end of the decree, an earlier end or a transfer, a
 * case opens with notice and the time to object, by the setting {@code position.holderChange}. A
 * post that the register never knew the owner in is left to the officers.
 */
@Component
class EndedPosts {
    private static final Logger LOG = LoggerFactory.getLogger(EndedPosts.class);
    private static final Locale INDONESIAN = Locale.of("id");
    private static final int PIECE = 500;

    private final CaseFile file;
    private final CaseRows rows;
    private final NoticeLetters noticeLetters;
    private final Certificates certificates;
    private final Posts posts;
    private final LocalGovernments governments;
    private final Dates dates;
    private final MessageSource messages;
    private final TenantTransactions transactions;

    EndedPosts(
            CaseFile file,
            CaseRows rows,
            NoticeLetters noticeLetters,
            Certificates certificates,
            Posts posts,
            LocalGovernments governments,
            Dates dates,
            MessageSource messages,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.noticeLetters = noticeLetters;
        this.certificates = certificates;
        this.posts = posts;
        this.governments = governments;
        this.dates = dates;
        this.messages = messages;
        this.transactions = transactions;
    }

    @Bean
    static RecurringTask<Void> openEndedPosts(EndedPosts ended, LocalGovernments all) {
        return Tasks.recurring("revocation-ended-posts", FixedDelay.ofHours(1))
                .execute((instance, context) -> all.each(ended::openDue));
    }

    /**
     * Opens what is due, each case in a transaction of its own.
     *
     * @return how many were opened
     */
    int openDue(LocalGovernmentId government) {
        if (!file.profile(government)
                .setting("position.holderChange")
                .text()
                .equals("REVOKE_AND_APPLY")) {
            return 0;
        }
        int opened = 0;
        @Nullable CertificateId after = null;
        List<RegisteredCertificate> piece;
        do {
            piece = certificates.ofPosts(government, after, PIECE);
            for (RegisteredCertificate one : piece) {
                after = one.id();
                try {
                    if (transactions.inTenant(government, () -> open(government, one))) {
                        opened++;
                    }
                } catch (RuntimeException broken) {
                    LOG.error("the case of an ended post could not be opened", broken);
                }
            }
        } while (piece.size() == PIECE);
        return opened;
    }

    private boolean open(LocalGovernmentId government, RegisteredCertificate certificate) {
        Optional<PostHolding> over = ended(government, certificate);
        if (over.isEmpty()) {
            return false;
        }
        PostHolding held = over.get();
        Instant since =
                Objects.requireNonNull(held.until())
                        .plusDays(1)
                        .atStartOfDay(governments.get(government).zone().id())
                        .toInstant();
        if (rows.isKnown(certificate.id(), Ground.END_OF_POST, since)) {
            return false;
        }
        String minute =
                messages.getMessage(
                        "revocation.post-end",
                        new Object[] {
                            held.signatureTitle(),
                            held.until() == null ? "-" : dates.on(held.until()),
                            held.endDecree().isEmpty() ? held.decree() : held.endDecree()
                        },
                        INDONESIAN);
        RevocationCase opened =
                file.open(
                        government,
                        Origin.RA,
                        new Opening(Ground.END_OF_POST, false, minute, null),
                        certificate,
                        null,
                        CaseState.NOTICED);
        noticeLetters.give(government, opened);
        file.record("revocation.open-at-post-end", null, opened, "NOTICED", file.facts(opened));
        return true;
    }

    /** The last holding of the certificate's post, if it is over and nothing gives the title. */
    private Optional<PostHolding> ended(
            LocalGovernmentId government, RegisteredCertificate certificate) {
        LocalDate today = file.today(government);
        String named = String.valueOf(certificate.post());
        boolean still =
                posts.titlesOn(government, certificate.person(), today).stream()
                        .anyMatch(title -> title.equalsIgnoreCase(named));
        if (still) {
            return Optional.empty();
        }
        return posts.everHeldBy(government, certificate.person()).stream()
                .filter(held -> held.signatureTitle().equalsIgnoreCase(named))
                .max(Comparator.comparing(PostHolding::from))
                .filter(held -> held.until() != null && held.until().isBefore(today));
    }
}
