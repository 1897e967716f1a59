/**
 * How fast and how small Guichê is: {@code mvn -Pbench verify} starts the built distribution, fills its database with a
 * history, and measures creation, pages and search as a client over HTTP sees them; {@link org.guiche.bench.TimeBench} measures deadlines by themselves. Nothing here is a test.
 */
@NullMarked
package org.guiche.bench;

import org.jspecify.annotations.NullMarked;
