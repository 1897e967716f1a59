/** Uploads from the pages. */
@NullMarked
package org.guiche.attachments.web;

import org.jspecify.annotations.NullMarked;
