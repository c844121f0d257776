package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.issuing.CertificateExtensions;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.custody.SignatureEngine;
import id.pamong.authority.gateway.RevocationReason;
import java.io.IOException;
import java.math.BigInteger;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/**
 * A CRL (RFC 5280 section 5): the whole list of a shard, or what changed since one (section 5.2.4).
 *
 * @param number of the CRL number extension; rises by one, for whole lists and deltas together
 * @param baseNumber the whole list that a delta completes; null for a whole list
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RevocationList(
        String ca,
        int shard,
        long number,
        @Nullable Long baseNumber,
        Instant thisUpdate,
        Instant nextUpdate,
        byte[] der) {
    /** CRLReason that only a delta knows (RFC 5280 section 5.3.1). */
    private static final int REMOVE_FROM_CRL = 8;

    /** A certificate that was ended early, or in a delta one that was released. */
    public record Entry(
            BigInteger serial, Instant at, int reasonCode, @Nullable Instant invalidSince) {
        public Entry(BigInteger serial, Ended ended) {
            this(serial, ended.at(), ended.reasonCode(), ended.invalidSince());
        }

        public Entry(BigInteger serial, Instant revokedAt, RevocationReason reason) {
            this(serial, new Ended(revokedAt, reason, null));
        }

        static Entry released(BigInteger serial, Instant at) {
            return new Entry(serial, at, REMOVE_FROM_CRL, null);
        }
    }

    /**
     * What stands in a list beside its entries.
     *
     * @param point address of the list, which stands in the certificates of its shard too; null for
     *     the root, whose one list is about everything it signed
     * @param freshest address of the deltas, in a whole list; null if there are none
     * @param baseNumber for a delta
     */
    public record Head(
            int shard,
            long number,
            @Nullable Long baseNumber,
            Instant thisUpdate,
            Instant nextUpdate,
            @Nullable String point,
            @Nullable String freshest) {}

    /** Signs a short list. */
    public static RevocationList sign(SigningAuthority authority, Head head, List<Entry> entries) {
        return sign(authority, head, entries::forEach);
    }

    /**
     * Signs a list whose entries come one by one, in the order of the list. In memory there are
     * their encodings twice, and nothing else: 110 octets for an entry.
     */
    public static RevocationList sign(
            SigningAuthority authority, Head head, Consumer<Consumer<Entry>> entries) {
        try {
            Octets list = new Octets();
            entries.accept(entry -> list.add(encoded(entry)));
            byte[] before = before(authority, head);
            byte[] listHead = list.length() == 0 ? new byte[0] : Der.head(0x30, list.length());
            byte[] after =
                    new DERTaggedObject(true, 0, extensions(authority, head)).getEncoded("DER");
            int length = before.length + listHead.length + list.length() + after.length;
            byte[] tbsHead = Der.head(0x30, length);

            Signature signature =
                    SignatureEngine.signing(authority.kind().signature(), authority.key());
            signature.update(tbsHead);
            signature.update(before);
            signature.update(listHead);
            list.into(signature);
            signature.update(after);
            byte[] algorithm = authority.kind().identifier().getEncoded("DER");
            byte[] bits = new DERBitString(signature.sign()).getEncoded("DER");

            int whole = tbsHead.length + length + algorithm.length + bits.length;
            byte[] wholeHead = Der.head(0x30, whole);
            Octets.Filling out = new Octets.Filling(wholeHead.length + whole);
            out.add(wholeHead).add(tbsHead).add(before).add(listHead).add(list);
            byte[] der = out.add(after).add(algorithm).add(bits).octets();
            return new RevocationList(
                    authority.ca(),
                    head.shard(),
                    head.number(),
                    head.baseNumber(),
                    head.thisUpdate(),
                    head.nextUpdate(),
                    der);
        } catch (IOException | SignatureException e) {
            throw new IllegalStateException("the CRL cannot be made", e);
        }
    }

    private static byte[] before(SigningAuthority authority, Head head) throws IOException {
        Octets.Filling parts =
                Octets.Filling.of(
                        new ASN1Integer(1).getEncoded("DER"),
                        authority.kind().identifier().getEncoded("DER"),
                        authority.certificate().getSubject().getEncoded("DER"),
                        time(head.thisUpdate()),
                        time(head.nextUpdate()));
        return parts.octets();
    }

    private static byte[] time(Instant instant) throws IOException {
        return new Time(Date.from(instant.truncatedTo(ChronoUnit.SECONDS))).getEncoded("DER");
    }

    private static byte[] encoded(Entry entry) {
        try {
            ASN1EncodableVector extensions = new ASN1EncodableVector();
            if (entry.reasonCode() != 0) {
                extensions.add(
                        extension(Extension.reasonCode, new ASN1Enumerated(entry.reasonCode())));
            }
            Instant since = entry.invalidSince();
            if (since != null) {
                extensions.add(
                        extension(
                                Extension.invalidityDate,
                                new ASN1GeneralizedTime(
                                        Date.from(since.truncatedTo(ChronoUnit.SECONDS)))));
            }
            byte[] serial = new ASN1Integer(entry.serial()).getEncoded("DER");
            return extensions.size() == 0
                    ? Der.sequence(serial, time(entry.at()))
                    : Der.sequence(
                            serial,
                            time(entry.at()),
                            new DERSequence(extensions).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("the CRL entry cannot be encoded", e);
        }
    }

    private static DERSequence extension(ASN1ObjectIdentifier oid, ASN1Encodable value)
            throws IOException {
        return new DERSequence(
                new ASN1Encodable[] {
                    oid, new DEROctetString(value.toASN1Primitive().getEncoded("DER"))
                });
    }

    private static Extensions extensions(SigningAuthority authority, Head head) throws IOException {
        var out = new org.bouncycastle.asn1.x509.ExtensionsGenerator();
        out.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(
                        CertificateExtensions.keyIdentifier(authority.certificate())));
        out.addExtension(Extension.cRLNumber, false, new ASN1Integer(head.number()));
        Long base = head.baseNumber();
        if (base != null) {
            out.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(base));
        }
        String point = head.point();
        if (point != null) {
            out.addExtension(
                    Extension.issuingDistributionPoint,
                    true,
                    new IssuingDistributionPoint(at(point), false, false));
        }
        String freshest = head.freshest();
        if (freshest != null) {
            out.addExtension(
                    Extension.freshestCRL,
                    false,
                    new CRLDistPoint(
                            new DistributionPoint[] {
                                new DistributionPoint(at(freshest), null, null)
                            }));
        }
        return out.generate();
    }

    private static DistributionPointName at(String address) {
        return new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address)));
    }
}
