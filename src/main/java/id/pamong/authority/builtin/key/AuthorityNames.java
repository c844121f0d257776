package id.pamong.authority.builtin.key;

import id.pamong.authority.gateway.SubjectName;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Distinguished names: country, organisation, unit, common name, title; UTF8String but for the
 * country (RFC 5280 section 4.1.2.4). The CA's own names say that it is no PSrE, wherever a viewer
 * shows them.
 */
public final class AuthorityNames {
    /** Path segment of the root. */
    public static final String ROOT = "root";

    private AuthorityNames() {}

    public static X500Name root(String organization) {
        return of(new SubjectName("Pamong Root CA (bukan PSrE)", organization, "ID"));
    }

    public static X500Name issuing(String ca, String organization) {
        return of(new SubjectName("Pamong CA " + ca + " (bukan PSrE)", organization, "ID"));
    }

    public static X500Name ocspSigner(String ca, String organization) {
        return of(new SubjectName("Pamong OCSP " + ca, organization, "ID"));
    }

    public static X500Name timeStamping(String ca, String organization) {
        return of(new SubjectName("Pamong TSA " + ca + " (bukan PSrE)", organization, "ID"));
    }

    public static X500Name messageSigner(String ca, String organization) {
        return of(new SubjectName("Pamong CMP " + ca + " (bukan PSrE)", organization, "ID"));
    }

    public static X500Name of(SubjectName name) {
        X500NameBuilder builder =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.C, new DERPrintableString(name.country()))
                        .addRDN(BCStyle.O, new DERUTF8String(name.organization()));
        if (!name.unit().isEmpty()) {
            builder.addRDN(BCStyle.OU, new DERUTF8String(name.unit()));
        }
        builder.addRDN(BCStyle.CN, new DERUTF8String(name.commonName()));
        if (!name.title().isEmpty()) {
            builder.addRDN(BCStyle.T, new DERUTF8String(name.title()));
        }
        return builder.build();
    }
}
