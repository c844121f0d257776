package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;

/**
 * Who holds a post has changed, today or for another day; published in the command's transaction.
 */
public record PostsChanged(LocalGovernmentId government, PostId post) {}
