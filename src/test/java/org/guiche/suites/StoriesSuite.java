package org.guiche.suites;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Half of a whole run, in a process of its own with a server and a database of its own, beside {@link ServerSuite}: the journeys,
 * half of the launcher, and what looks back at the server's log. A class that is asked for by name runs without a suite.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.guiche")
@IncludeClassNamePatterns({".*Journey", StoriesSuite.LAUNCHER, ".*\\.SecretsIT"})
class StoriesSuite {

    /** Those of its tests that take longest: both halves end at about the same time. */
    static final String LAUNCHER = ".*\\.(Launcher|KilledUploads|MovedStore)IT";
}
