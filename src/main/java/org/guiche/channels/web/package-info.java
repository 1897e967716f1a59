/** What people are told in the pages: the bell and the list behind it. */
@NullMarked
package org.guiche.channels.web;

import org.jspecify.annotations.NullMarked;
