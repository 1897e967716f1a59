/**
 * What the law on personal data asks for (LGPD): copies, corrections and erasure for those whose data it is, how long what is kept,
 * who read whom, what is done with data and why, incidents, and who answers for it. Front doors: {@link org.guiche.privacy.DataRequests},
 * {@link org.guiche.privacy.Holds}, {@link org.guiche.privacy.Incidents}, {@link org.guiche.privacy.Encarregados}.
 */
@NullMarked
package org.guiche.privacy;

import org.jspecify.annotations.NullMarked;
