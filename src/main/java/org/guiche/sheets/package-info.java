/**
 * Tables as files: CSV, XLSX, PDF and JSON, written row by row while they are sent. Knows no module's tables; whoever has one says it in
 * {@link org.guiche.sheets.Cell cells}. Front door: {@link org.guiche.sheets.Format}.
 */
@NullMarked
package org.guiche.sheets;

import org.jspecify.annotations.NullMarked;
