package id.pamong.demo;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** What the steps share: the address, who is at which browser, the mail, the journal. */
final class Walk implements AutoCloseable {
    private final DemoGovernment government;
    private final URI base;
    private final Mailbox mailbox;
    private final Journal journal;
    private final Clock clock;
    private final Map<String, Visitor> visitors = new HashMap<>();

    Walk(DemoGovernment government, URI base, Mailbox mailbox, Journal journal, Clock clock) {
        this.government = government;
        this.base = base;
        this.mailbox = mailbox;
        this.journal = journal;
        this.clock = clock;
    }

    DemoGovernment government() {
        return government;
    }

    URI base() {
        return base;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Journal journal() {
        return journal;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
    }

    /** A path below the local government. */
    String at(String path) {
        return "/" + government.slug() + path;
    }

    /** A browser of nobody in particular, by name. */
    Visitor anyone(String name) {
        return visitors.computeIfAbsent(name, key -> new Visitor(base));
    }

    /** The person's own browser, signed in. */
    Visitor as(DemoPerson person) {
        Visitor visitor = visitors.get(person.key());
        if (visitor == null) {
            visitor = new Visitor(base);
            visitors.put(person.key(), visitor);
            visitor.carry(new Totp(journal.get("totp." + person.key()), clock));
            visitor.send(
                    visitor.open(at("/masuk"))
                            .formWith("who", "password")
                            .fill("who", person.nip())
                            .fill("password", person.password()));
        }
        return visitor;
    }

    /** The person's browser before there is an account; the next {@link #as} goes on with it. */
    Visitor beginning(DemoPerson person) {
        Visitor visitor = new Visitor(base);
        visitors.put(person.key(), visitor);
        return visitor;
    }

    /** The person has scanned the secret of the authenticator. */
    void enrolled(DemoPerson person, String secret) {
        journal.put("totp." + person.key(), secret);
    }

    Totp authenticator(String secret) {
        return new Totp(secret, clock);
    }

    /** Closes every browser; whoever goes on opens a new one. */
    @Override
    public void close() {
        visitors.values().forEach(Visitor::close);
        visitors.clear();
    }
}
