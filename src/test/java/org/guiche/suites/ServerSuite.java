package org.guiche.suites;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The half of a whole run that {@link StoriesSuite} is not: all other container tests. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.guiche")
@IncludeClassNamePatterns(".*IT")
@ExcludeClassNamePatterns(StoriesSuite.LAUNCHER)
class ServerSuite {}
