package org.guiche.attachments;

import org.guiche.accounts.Person;

/**
 * Where a file is about to go. Whoever knows the place says, while observing, which files it takes; without a word it is the
 * product's own list.
 */
public final class Destination {

    private final String place;
    private final Person person;
    private AllowedFiles allowed = AllowedFiles.DEFAULT;

    Destination(String place, Person person) {
        this.place = place;
        this.person = person;
    }

    /** As the page named it. */
    public String place() {
        return place;
    }

    /** Who sends the file. */
    public Person person() {
        return person;
    }

    /** Takes these files only. */
    public void takes(AllowedFiles files) {
        allowed = files;
    }

    AllowedFiles allowed() {
        return allowed;
    }
}
