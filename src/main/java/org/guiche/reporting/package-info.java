/**
 * Figures: what happened to tickets, added up and cut. Reads everyone, no one reads it. The figures of a ticket are reckoned by
 * {@link org.guiche.tickets.Figures} and kept by {@link org.guiche.reporting.Reckoning}; the view {@code reporting_figure} alone says
 * what is added up. Front doors: {@link org.guiche.reporting.Reports} for what is asked, {@link org.guiche.reporting.Exports} for the
 * same as files, {@link org.guiche.reporting.Recounts} for whoever wants all of it counted again.
 */
@NullMarked
package org.guiche.reporting;

import org.jspecify.annotations.NullMarked;
