package org.guiche.units;

import java.math.BigDecimal;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;

/** Answers as people here write them, not as they are kept. */
final class Written {

    private Written() {}

    static String of(FieldKind kind, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        var text = value.toString();
        return switch (kind) {
            case CPF -> Cpf.looksLike(text) ? Cpf.of(text).formatted() : text;
            case CNPJ -> Cnpj.looksLike(text) ? Cnpj.of(text).formatted() : text;
            case PHONE -> Phone.looksLike(text) ? Phone.of(text).formatted() : text;
            default -> text;
        };
    }
}
