package id.pamong.office.identity.web;

import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds handlers and table against each other at the start: a handler without a command, a command
 * without a row, or a row without a handler stops it.
 */
@Component
class PermissionCheck implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping handlers;
    private final Permissions permissions;

    PermissionCheck(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            Permissions permissions) {
        this.handlers = handlers;
        this.permissions = permissions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> wrong = new ArrayList<>();
        Set<String> performed = new TreeSet<>();
        for (HandlerMethod method : handlers.getHandlerMethods().values()) {
            if (ErrorController.class.isAssignableFrom(method.getBeanType())) {
                continue;
            }
            Performs performs = method.getMethodAnnotation(Performs.class);
            if (performs == null) {
                wrong.add(method.getShortLogMessage() + " performs no command (@Performs)");
            } else {
                performed.add(performs.value());
                if (!permissions.commands().contains(performs.value())) {
                    wrong.add(performs.value() + " has no row in permissions.table");
                }
            }
        }
        for (String command : permissions.commands()) {
            boolean webless = permissions.commandsWithoutPage().contains(command);
            if (performed.contains(command) == webless) {
                wrong.add(
                        webless
                                ? command + " is declared no-page but a handler performs it"
                                : command + " is in permissions.table but no handler performs it");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "the table of permissions and the pages differ: " + String.join("; ", wrong));
        }
    }
}
