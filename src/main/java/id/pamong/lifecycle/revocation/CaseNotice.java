package id.pamong.lifecycle.revocation;

import id.pamong.office.archive.FileId;

/** The letter by which an owner was told, with its number in the register of letters. */
public record CaseNotice(String number, FileId file) {}
