package id.pamong.lifecycle.host;

import id.pamong.office.protection.SecretBytes;

/**
 * What a host proves itself with, shown once.
 *
 * @param reference public half (senderKID of RFC 9810)
 * @param secret ASCII
 */
public record DrawnSecret(String reference, SecretBytes secret) {}
