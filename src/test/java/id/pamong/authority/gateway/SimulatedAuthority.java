package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.testkit.TestPki;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** An authority outside that may be slow, dumb, wrong, dead, or the death of its caller. */
final class SimulatedAuthority implements CertificationAuthority {
    static final String ID = "simulated";

    /** How it behaves from now on. */
    enum Mood {
        PROMPT,
        /** Takes the order and gives the certificate when asked again. */
        SLOW,
        /** Issues and says nothing. */
        DUMB,
        /** Makes a new certificate each time it is asked. */
        TWICE,
        /** Issues over another key than the one that was sent. */
        WRONG,
        /** Sends bytes that are no certificate. */
        BABBLING,
        /** Does nothing and says nothing. */
        DEAD,
        REFUSING,
        /** The caller dies before it is asked. */
        KILLED_BEFORE,
        /** The caller dies after it has issued. */
        KILLED_AFTER
    }

    /** Death of the caller. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final TestPki pki;
    private final Map<RequestKey, List<X509Certificate>> issued = new HashMap<>();
    private final List<RequestKey> asked = new ArrayList<>();
    private Mood mood = Mood.PROMPT;
    private Runnable during = () -> {};
    private OrderOutcome last = new OrderOutcome.Unavailable("never asked");

    SimulatedAuthority(TestPki pki) {
        this.pki = pki;
    }

    void become(Mood next) {
        mood = next;
    }

    /** What happens elsewhere while it works on the next order. */
    void duringTheCall(Runnable meanwhile) {
        during = meanwhile;
    }

    /** What it said last. */
    OrderOutcome lastAnswer() {
        return last;
    }

    /** How many certificates it has made for a request. */
    int issuedFor(RequestKey key) {
        return issued.containsKey(key) ? 1 : 0;
    }

    int timesAsked() {
        return asked.size();
    }

    @Override
    public OrderOutcome order(CertificateOrder order) {
        asked.add(order.requestKey());
        Runnable meanwhile = during;
        during = () -> {};
        meanwhile.run();
        last = answer(order);
        return last;
    }

    private OrderOutcome answer(CertificateOrder order) {
        return switch (mood) {
            case PROMPT -> issue(order);
            case SLOW -> {
                boolean taken = issued.containsKey(order.requestKey());
                OrderOutcome outcome = issue(order);
                yield taken ? outcome : new OrderOutcome.Accepted("antrean 7");
            }
            case DUMB -> {
                issue(order);
                yield new OrderOutcome.Unavailable("timeout");
            }
            case TWICE -> {
                List<X509Certificate> chain = certify(order);
                issued.putIfAbsent(order.requestKey(), chain);
                yield issued(chain);
            }
            case WRONG ->
                    new OrderOutcome.Issued(
                            encoded(pki.subscriber(order.subject().rfc4514()).certificate()),
                            List.of());
            case BABBLING -> new OrderOutcome.Issued(new byte[] {0x30, 0x03, 1, 2, 3}, List.of());
            case DEAD -> new OrderOutcome.Unavailable("connection refused");
            case REFUSING -> new OrderOutcome.Refused("policy");
            case KILLED_BEFORE -> throw new Killed();
            case KILLED_AFTER -> {
                issue(order);
                throw new Killed();
            }
        };
    }

    private OrderOutcome issue(CertificateOrder order) {
        return issued(issued.computeIfAbsent(order.requestKey(), _ -> certify(order)));
    }

    private static OrderOutcome issued(List<X509Certificate> chain) {
        return new OrderOutcome.Issued(
                encoded(chain.getFirst()),
                chain.stream().skip(1).map(SimulatedAuthority::encoded).toList());
    }

    private List<X509Certificate> certify(CertificateOrder order) {
        try {
            return pki.certify(
                    new PKCS10CertificationRequest(order.csrDer())
                            .getSubjectPublicKeyInfo()
                            .getEncoded(),
                    order.subject().rfc4514());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.ORDER);
    }

    @Override
    public String name(LocalGovernmentId government) {
        return "Simulated";
    }

    @Override
    public Standing standing(LocalGovernmentId government) {
        return Standing.TRIAL;
    }

    @Override
    public Set<ProfileId> products() {
        return Set.of(ProfileId.INDIVIDUAL_SIGNATURE);
    }

    @Override
    public List<KnownAuthority> known() {
        return List.of();
    }
}
