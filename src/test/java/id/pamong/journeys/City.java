package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ViewportSize;
import id.pamong.demo.Figure;
import id.pamong.lifecycle.registration.FirstRun;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.WaitingMails;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;

/**
 * The Kota Madiun of the journeys, in which nobody exists: where it listens, who has an account
 * there by now and with which authenticator, and the mail on its way. The first journey opens it.
 */
final class City {
    static final String SLUG = "madiun";
    static final String OFFICER_PASSPHRASE = "Loket Depan 2026, Selalu Buka";
    static final String OWNER_PASSPHRASE = "Sepur Pagi 1927 ke Madiun!";

    private static final long PERIOD = 30;

    private final FirstRun firstRun;
    private final LocalGovernments governments;
    private final WaitingMails mails;
    private final MutableClock clock;
    private final Environment environment;
    private final Map<Figure, String> claimCodes = new EnumMap<>(Figure.class);
    private final Map<Figure, String> authenticators = new EnumMap<>(Figure.class);
    private long lastPeriod;

    City(
            FirstRun firstRun,
            LocalGovernments governments,
            MutableClock clock,
            Environment environment,
            BeanFactory beans) {
        this.firstRun = firstRun;
        this.governments = governments;
        this.mails = new WaitingMails(beans);
        this.clock = clock;
        this.environment = environment;
    }

    /** The address of the house, with the port that the test got. */
    String root() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    /** A path below the local government. */
    String at(String path) {
        return root() + "/" + SLUG + path;
    }

    MutableClock clock() {
        return clock;
    }

    /** Holds the ceremony and brings the people in, unless a journey before has done so. */
    void open(Browser browser) {
        if (governments.bySlug(SLUG).isEmpty()) {
            new CeremonySteps(this, browser).hold();
        }
    }

    /** The one-time path of the first run. */
    String firstRunPath() {
        Optional<String> path = firstRun.newPath();
        assertThat(path).isPresent();
        return path.orElseThrow();
    }

    /** The printed code that was handed to someone at the ceremony. */
    void handOver(Figure figure, String code) {
        claimCodes.put(figure, code);
    }

    Optional<String> claimCode(Figure figure) {
        return Optional.ofNullable(claimCodes.get(figure));
    }

    boolean hasAccount(Figure figure) {
        return authenticators.containsKey(figure);
    }

    void enrolled(Figure figure, String secret) {
        authenticators.put(figure, secret);
    }

    /** What the person's authenticator shows now; waits for a code that was not used before. */
    String totp(Figure figure) {
        long period = clock.instant().getEpochSecond() / PERIOD;
        if (period <= lastPeriod) {
            clock.advance(java.time.Duration.ofSeconds(PERIOD));
            period++;
        }
        lastPeriod = period;
        String secret = authenticators.get(figure);
        assertThat(secret).as("authenticator of " + figure).isNotNull();
        return Figure.totp(String.valueOf(secret), period, clock);
    }

    /** The first match in the latest e-mail of a kind. */
    String mailed(String messageKey, Pattern pattern) {
        LocalGovernmentId government =
                governments.bySlug(SLUG).map(LocalGovernment::id).orElseThrow();
        return mails.find(government, messageKey, pattern);
    }

    /** The person at a browser, signed in; claims the account first where there is none. */
    Resident resident(Browser browser, Figure figure, ViewportSize window) {
        Resident resident =
                new Resident(this, figure, browser.visitor(root(), window, Browser.INDONESIAN));
        if (hasAccount(figure)) {
            resident.signIn();
        } else {
            new AccountSteps(this, resident).claim();
        }
        return resident;
    }
}
