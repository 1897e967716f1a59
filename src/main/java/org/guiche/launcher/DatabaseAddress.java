package org.guiche.launcher;

import java.util.Optional;

/** Where a PostgreSQL is and who asks: a JDBC URL, a user and a password, the latter two maybe inside the URL. */
record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {

    /** The address without what follows the name of the database: nobody reads a password from a log. */
    String shown() {
        return url.replaceFirst("[?].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return shown();
    }
}
