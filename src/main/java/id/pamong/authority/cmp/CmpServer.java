package id.pamong.authority.cmp;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.MessageSigner;
import id.pamong.authority.cmp.CmpOffice.Answer;
import id.pamong.authority.cmp.CmpOffice.Host;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIConfirmContent;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.cmp.RevRepContentBuilder;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers hosts by the lightweight profile (RFC 9483): ir, cr, p10cr and kur with their
 * confirmation and polling, rr, and the question for the CA's certificates. Whatever comes, a
 * message goes back; what is issued, revoked and remembered commits together.
 */
@Component
public class CmpServer {
    /** Longest message, bytes. */
    public static final int LONGEST = 64 * 1024;

    private static final Duration CONFIRMED_WITHIN = Duration.ofHours(1);
    private static final int CHECK_AFTER_SECONDS = 60;
    private static final int MOST_AT_ONCE = 100;

    private final BuiltinAuthority authority;
    private final CmpOffice office;
    private final ExchangeRows rows;
    private final TenantTransactions transactions;
    private final Clock clock;

    CmpServer(
            BuiltinAuthority authority,
            CmpOffice office,
            ExchangeRows rows,
            TenantTransactions transactions,
            Clock clock) {
        this.authority = authority;
        this.office = office;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Answers a message, DER to DER; empty if there is no such CA.
     *
     * @param ca path segment of an issuing CA
     */
    public Optional<byte[]> answer(String ca, byte[] sent) {
        return authority.messages(ca).map(signer -> answer(signer, sent));
    }

    private byte[] answer(MessageSigner signer, byte[] sent) {
        Instant now = clock.instant();
        Caller caller;
        try {
            caller = new Caller(Messages.read(sent), signer);
        } catch (CmpFault fault) {
            return new Replies(null, signer, null).error(fault, now);
        }
        try {
            return transactions.inTenant(signer.government(), () -> answer(caller, now));
        } catch (CmpFault fault) {
            return caller.replies().error(fault, now);
        }
    }

    private byte[] answer(Caller caller, Instant now) {
        Messages.check(caller.header(), now);
        Host host = caller.prove(office);
        return switch (caller.type()) {
            case PKIBody.TYPE_INIT_REQ,
                    PKIBody.TYPE_CERT_REQ,
                    PKIBody.TYPE_KEY_UPDATE_REQ,
                    PKIBody.TYPE_P10_CERT_REQ ->
                    request(caller, host, now);
            case PKIBody.TYPE_POLL_REQ -> poll(caller, host, now);
            case PKIBody.TYPE_CERT_CONFIRM -> confirm(caller, host, now);
            case PKIBody.TYPE_REVOCATION_REQ -> revoke(caller, host, now);
            case PKIBody.TYPE_GEN_MSG -> new GeneralMessages(caller).answer(now);
            default ->
                    throw new CmpFault(
                            PKIFailureInfo.badRequest, "this kind of message is not served here");
        };
    }

    private byte[] request(Caller caller, Host host, Instant now) {
        int type = caller.type();
        requireUnused(caller);
        if ((type == PKIBody.TYPE_KEY_UPDATE_REQ && host.certificate() == null)
                || (type == PKIBody.TYPE_INIT_REQ && host.certificate() != null)) {
            throw new CmpFault(
                    PKIFailureInfo.wrongIntegrity,
                    "ir comes by reference and secret, kur is signed with the certificate");
        }
        requirePermit(host);
        BigInteger certReqId;
        byte[] request;
        if (type == PKIBody.TYPE_P10_CERT_REQ) {
            certReqId = BigInteger.ONE.negate();
            request = Messages.encoded(caller.message().getBody().getContent());
        } else {
            CertReqMsg asked = Messages.request(caller.message());
            certReqId = Messages.certReqId(asked);
            request = Messages.encoded(asked);
            BigInteger old = Messages.oldSerial(asked);
            if (old != null && !old.equals(caller.serial())) {
                throw new CmpFault(
                        PKIFailureInfo.badCertId, "not the certificate that signed the message");
            }
        }
        Exchange exchange =
                new Exchange(
                        caller.transactionId(),
                        host.name(),
                        type,
                        certReqId,
                        Exchange.State.WAITING,
                        Replies.nonce(),
                        request,
                        null,
                        null);
        if (!rows.begin(exchange, now)) {
            throw new CmpFault(PKIFailureInfo.transactionIdInUse, "a transactionID serves once");
        }
        return proceed(caller, host, exchange, now);
    }

    /** Asks the office, remembers what came of it, and answers. */
    private byte[] proceed(Caller caller, Host host, Exchange exchange, Instant now) {
        byte[] request = Objects.requireNonNull(exchange.request());
        boolean renewal = exchange.body() == PKIBody.TYPE_KEY_UPDATE_REQ;
        byte[] nonce = exchange.nonce();
        return switch (office.issue(caller.government(), host, request, renewal)) {
            case Answer.Issued issued -> issued(caller, host, exchange, issued, now);
            case Answer.Waiting() -> {
                boolean polled = caller.type() == PKIBody.TYPE_POLL_REQ;
                yield caller.replies()
                        .message(
                                polled
                                        ? new PKIBody(
                                                PKIBody.TYPE_POLL_REP,
                                                new PollRepContent(
                                                        new ASN1Integer(exchange.certReqId()),
                                                        new ASN1Integer(CHECK_AFTER_SECONDS)))
                                        : response(
                                                exchange,
                                                new PKIStatusInfo(PKIStatus.waiting),
                                                null,
                                                null),
                                nonce,
                                List.of(),
                                false,
                                now);
            }
            case Answer.Refused(String code) -> {
                rows.advance(ended(exchange, Exchange.State.DONE));
                yield caller.replies()
                        .message(
                                response(exchange, Failures.rejection(code), null, null),
                                nonce,
                                List.of(),
                                false,
                                now);
            }
        };
    }

    private byte[] issued(
            Caller caller, Host host, Exchange exchange, Answer.Issued issued, Instant now) {
        boolean implicit = Messages.asksImplicitConfirm(caller.header());
        rows.advance(
                new Exchange(
                        exchange.transactionId(),
                        exchange.host(),
                        exchange.body(),
                        exchange.certReqId(),
                        implicit ? Exchange.State.CONFIRMED : Exchange.State.UNCONFIRMED,
                        exchange.nonce(),
                        null,
                        issued.order(),
                        issued.certificateDer()));
        if (implicit) {
            office.confirm(caller.government(), host, issued.order(), true);
        }
        List<X509CertificateHolder> chain =
                issued.chainDer().stream().map(CmpServer::read).toList();
        return caller.replies()
                .message(
                        response(
                                exchange,
                                new PKIStatusInfo(
                                        issued.modified()
                                                ? PKIStatus.grantedWithMods
                                                : PKIStatus.granted),
                                read(issued.certificateDer()),
                                exchange.body() == PKIBody.TYPE_INIT_REQ && !chain.isEmpty()
                                        ? chain.getLast()
                                        : null),
                        exchange.nonce(),
                        chain,
                        implicit,
                        now);
    }

    private static void requirePermit(Host host) {
        if (host.permit() == null) {
            throw new CmpFault(PKIFailureInfo.notAuthorized, "the permit is over");
        }
    }

    private byte[] poll(Caller caller, Host host, Instant now) {
        requirePermit(host);
        Exchange exchange = held(caller, host, Exchange.State.WAITING);
        if (!Messages.asksFor(caller.message(), exchange.certReqId())) {
            throw new CmpFault(PKIFailureInfo.badRequest, "nothing waits under that certReqId");
        }
        Exchange next =
                new Exchange(
                        exchange.transactionId(),
                        exchange.host(),
                        exchange.body(),
                        exchange.certReqId(),
                        Exchange.State.WAITING,
                        Replies.nonce(),
                        exchange.request(),
                        null,
                        null);
        rows.advance(next);
        return proceed(caller, host, next, now);
    }

    private byte[] confirm(Caller caller, Host host, Instant now) {
        Exchange exchange = held(caller, host, Exchange.State.UNCONFIRMED);
        boolean taken = Messages.isTaken(caller.message(), exchange);
        office.confirm(caller.government(), host, Objects.requireNonNull(exchange.order()), taken);
        rows.advance(ended(exchange, taken ? Exchange.State.CONFIRMED : Exchange.State.DECLINED));
        return caller.replies()
                .message(
                        new PKIBody(PKIBody.TYPE_CONFIRM, new PKIConfirmContent()),
                        Replies.nonce(),
                        List.of(),
                        false,
                        now);
    }

    private byte[] revoke(Caller caller, Host host, Instant now) {
        requireUnused(caller);
        Messages.Ending ending =
                Messages.ending(caller.message(), caller.signer().chain().getFirst().getSubject());
        byte[] nonce = Replies.nonce();
        rows.begin(
                new Exchange(
                        caller.transactionId(),
                        host.name(),
                        caller.type(),
                        BigInteger.ZERO,
                        Exchange.State.DONE,
                        nonce,
                        null,
                        null,
                        null),
                now);
        PKIStatusInfo status =
                office.revoke(caller.government(), host, ending.serial(), ending.reason())
                        .map(Failures::rejection)
                        .orElseGet(() -> new PKIStatusInfo(PKIStatus.revocationWarning));
        return caller.replies()
                .message(
                        new PKIBody(
                                PKIBody.TYPE_REVOCATION_REP,
                                new RevRepContentBuilder().add(status).build()),
                        nonce,
                        List.of(),
                        false,
                        now);
    }

    private void requireUnused(Caller caller) {
        if (rows.isUsed(caller.transactionId())) {
            throw new CmpFault(PKIFailureInfo.transactionIdInUse, "a transactionID serves once");
        }
    }

    /** The exchange that the message goes on with, and nobody else's. */
    private Exchange held(Caller caller, Host host, Exchange.State state) {
        Exchange exchange =
                rows.hold(caller.transactionId())
                        .filter(one -> one.host().equals(host.name()))
                        .orElseThrow(() ->
                                new CmpFault(PKIFailureInfo.badRequest, "no such transaction"));
        if (exchange.state() == Exchange.State.CONFIRMED && state == Exchange.State.UNCONFIRMED) {
            throw new CmpFault(PKIFailureInfo.certConfirmed, "confirmed already");
        }
        if (exchange.state() != state) {
            throw new CmpFault(PKIFailureInfo.badRequest, "not the message that is awaited");
        }
        if (!Arrays.equals(caller.recipientNonce(), exchange.nonce())) {
            throw new CmpFault(PKIFailureInfo.badRecipientNonce, "not the nonce of our message");
        }
        return exchange;
    }

    /**
     * Revokes what was sent an hour ago and never confirmed (RFC 9810 section 5.3.18).
     *
     * @return how many
     */
    public int revokeUnconfirmed(LocalGovernmentId government) {
        return transactions.inTenant(
                government,
                () -> {
                    List<Exchange> left =
                            rows.unconfirmed(clock.instant().minus(CONFIRMED_WITHIN), MOST_AT_ONCE);
                    for (Exchange exchange : left) {
                        office.confirm(
                                government,
                                new Host(null, null),
                                Objects.requireNonNull(exchange.order()),
                                false);
                        rows.advance(ended(exchange, Exchange.State.DECLINED));
                    }
                    return left.size();
                });
    }

    private static Exchange ended(Exchange exchange, Exchange.State state) {
        return new Exchange(
                exchange.transactionId(),
                exchange.host(),
                exchange.body(),
                exchange.certReqId(),
                state,
                exchange.nonce(),
                null,
                exchange.order(),
                exchange.certificate());
    }

    private static PKIBody response(
            Exchange exchange,
            PKIStatusInfo status,
            @Nullable X509CertificateHolder certificate,
            @Nullable X509CertificateHolder root) {
        CertResponse response =
                certificate == null
                        ? new CertResponse(new ASN1Integer(exchange.certReqId()), status)
                        : new CertResponse(
                                new ASN1Integer(exchange.certReqId()),
                                status,
                                new CertifiedKeyPair(
                                        new CertOrEncCert(Replies.certificate(certificate))),
                                null);
        int type =
                exchange.body() == PKIBody.TYPE_P10_CERT_REQ
                        ? PKIBody.TYPE_CERT_REP
                        : exchange.body() + 1;
        return new PKIBody(
                type,
                new CertRepMessage(
                        root == null ? null : new CMPCertificate[] {Replies.certificate(root)},
                        new CertResponse[] {response}));
    }

    private static X509CertificateHolder read(byte[] der) {
        try {
            return new X509CertificateHolder(der);
        } catch (IOException e) {
            throw new IllegalStateException("a certificate of the authority is damaged", e);
        }
    }
}
