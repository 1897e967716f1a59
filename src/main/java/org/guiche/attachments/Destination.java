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
    private String pool = "";
    private boolean large;

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

    /**
     * Takes these files, also such as are too large for one go.
     *
     * @param pool whose room those take, such as that of a unit
     */
    public void takesLarge(AllowedFiles files, String pool) {
        takes(files);
        this.large = true;
        this.pool = pool;
    }

    boolean takesLarge() {
        return large;
    }

    String pool() {
        return pool;
    }

    AllowedFiles allowed() {
        return allowed;
    }
}
