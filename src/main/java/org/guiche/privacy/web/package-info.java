/** Pages of the module. */
@NullMarked
package org.guiche.privacy.web;

import org.jspecify.annotations.NullMarked;
