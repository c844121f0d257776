package id.pamong.authority.builtin;

/** What came of opening the root's file for a ceremony. */
public sealed interface RootOpening {
    /** It was opened and used; the certificate that came of it. */
    record Done(AuthorityCertificate certificate) implements RootOpening {}

    /** The passphrase does not open the file. */
    record WrongPassphrase() implements RootOpening {}

    /** The file is no root file, or is damaged. */
    record NoRootFile() implements RootOpening {}

    /** The file holds the key of another root. */
    record OtherRoot() implements RootOpening {}
}
