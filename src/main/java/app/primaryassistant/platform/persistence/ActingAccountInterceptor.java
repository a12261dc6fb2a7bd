package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.security.AccountPrincipal;
import app.primaryassistant.platform.security.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import org.jspecify.annotations.Nullable;

/**
 * Runs just inside the platform's own interceptor for {@code @Transactional} (priority 200), so that every transaction acts for
 * the caller's account. What answers a {@code GET} only reads.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
public class ActingAccountInterceptor {

    @Inject
    private Caller caller;

    @Inject
    private ActingAccount actingAccount;

    @AroundInvoke
    @Nullable
    Object nameAccount(InvocationContext invocation) throws Exception {
        if (actingAccount.isUnset()) {
            boolean reads = invocation.getMethod().isAnnotationPresent(GET.class);
            actingAccount.begin(caller.known().map(AccountPrincipal::account), reads);
        }
        return invocation.proceed();
    }
}
