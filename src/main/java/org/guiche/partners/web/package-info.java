/** Companies, on pages of administrators. */
@NullMarked
package org.guiche.partners.web;

import org.jspecify.annotations.NullMarked;
