package org.guiche.shared.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages read a record as they read a bean: {@code #{ticket.subject}} for a component, {@code #{person.firstName}} for a
 * method that takes nothing. Questions such as {@code isStaff()} stay with the resolver of beans. EL 6 reads components by
 * itself: look at this again on Jakarta EE 11.
 */
public class RecordELResolver extends ELResolver {

    private static final ClassValue<Map<String, Method>> READABLE = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            var methods = new HashMap<String, Method>();
            for (var method : type.getDeclaredMethods()) {
                if (isReadable(method)) {
                    method.setAccessible(true);
                    methods.put(method.getName(), method);
                }
            }
            return Map.copyOf(methods);
        }
    };

    private static boolean isReadable(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        var method = method(base, property);
        if (method == null) {
            return null;
        }
        try {
            var value = method.invoke(base);
            context.setPropertyResolved(base, property);
            return value;
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (method(base, property) != null) {
            context.setPropertyResolved(true); // known and never written, which null says
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (method(base, property) != null) {
            throw new PropertyNotWritableException(property + " of " + base + " does not change");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        var known = method(base, property) != null;
        if (known) {
            context.setPropertyResolved(true);
        }
        return known;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof Record ? String.class : null;
    }

    private static @Nullable Method method(@Nullable Object base, @Nullable Object property) {
        return base instanceof Record && property != null
                ? READABLE.get(base.getClass()).get(property.toString())
                : null;
    }
}
