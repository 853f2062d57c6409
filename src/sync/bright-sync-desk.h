/* What a person decides about an order, and about a run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Neither action on an order sends anything: each is written into the journal,
 * where the next sync finds it. Both hold the profile's lock while they are under way.
 *
 * Errors of both: %BRIGHT_ERROR_SETTINGS for a subject that is no order,
 * %BRIGHT_ERROR_NOT_FOUND for an order that is not known,
 * %BRIGHT_ERROR_PROFILE_BUSY, %BRIGHT_ERROR_STORAGE.
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * bright_sync_service_ignore_async:
 * @self: the service, opened
 * @subject: which order, e.g. `order 1042`
 * @why: the reason, which is shown with the order; not empty, else %BRIGHT_ERROR_SETTINGS
 * @cancellable: (nullable): to stop
 * @callback: called when it is in the journal
 * @user_data: given to @callback
 *
 * Leaves an order alone: it needs nobody, and nothing is written for it on
 * either platform, until the store's lines, amounts or addresses of it change.
 */
void bright_sync_service_ignore_async (BrightSyncService *self,
                                       const char *subject,
                                       const char *why,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * bright_sync_service_ignore_finish:
 * @self: the service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where the order is now
 */
BrightSubject *
bright_sync_service_ignore_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/**
 * bright_sync_service_try_now_async:
 * @self: the service, opened
 * @subject: which order, e.g. `order 1042`
 * @cancellable: (nullable): to stop
 * @callback: called when it is in the journal
 * @user_data: given to @callback
 *
 * Has an order decided at the next sync, whatever time it waits for and however
 * often it was refused. If it was ignored, it is not any more.
 */
void bright_sync_service_try_now_async (BrightSyncService *self,
                                        const char *subject,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * bright_sync_service_try_now_finish:
 * @self: the service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where the order is now
 */
BrightSubject *
bright_sync_service_try_now_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/**
 * bright_sync_service_cancel_run:
 * @self: the service
 *
 * Stops the run that is under way, whoever started it, by firing its cancellable; what was sent
 * is journalled first. Does nothing without one.
 */
void bright_sync_service_cancel_run (BrightSyncService *self);

/**
 * bright_sync_service_get_plan:
 * @self: the service
 *
 * What the last run that ended well would have written: in watch and ask mode, or
 * of a plan. Whenever it changes, `planned` is notified, even if the number stays.
 *
 * Returns: (transfer none) (element-type BrightStep): the steps, in order; may be empty
 */
GPtrArray *bright_sync_service_get_plan (BrightSyncService *self);

G_END_DECLS
