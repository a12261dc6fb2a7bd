package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.security.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/**
 * Runs just inside the platform's own interceptor for {@code @Transactional} (priority 200), so that the first statement
 * of every transaction names the caller's account. A transaction without a caller names none and sees no personal row.
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
        caller.known().ifPresentOrElse(principal -> actingAccount.set(principal.account()), actingAccount::setRequest);
        return invocation.proceed();
    }
}
