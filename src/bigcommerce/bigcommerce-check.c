/* Checking the credentials for BigCommerce.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store itself tells whether the token and the hash belong together. Which
 * scopes a token has is told nowhere, so each is tried with a harmless read.
 * Whether a scope also allows writing cannot be found out without writing.
 */
#include "bigcommerce-client-private.h"

#include "bigcommerce-ask.h"
#include "bigcommerce-judge.h"
#include "bright-error.h"

#define STORE_PATH "/v2/store"

/* One for each scope; the order need not exist for its transactions to be a probe. */
static const char *const probes[] = {
  "/v2/orders?limit=1",
  "/v3/orders/1/transactions?limit=1",
  "/v3/customers?limit=1",
  "/v3/catalog/products?limit=1&include_fields=id",
  "/v3/inventory/items?limit=1",
  "/v3/inventory/locations?limit=1",
  "/v3/channels?limit=1",
};

typedef struct
{
  BigcommerceCheck *check;
  gboolean lacks_store;
  gboolean lacks[G_N_ELEMENTS (probes)];
  guint pending;
  GError *failure; /* (nullable): the first one that is not about scopes */
} Checking;

/* What a probe's callback is given. */
typedef struct
{
  GTask *task;
  guint index;
} Probe;

void
bigcommerce_check_free (BigcommerceCheck *check)
{
  if (check == NULL)
    return;
  g_free (check->name);
  g_free (check->plan);
  g_free (check->currency);
  g_free (check->time_zone);
  g_strfreev (check->missing_scopes);
  g_free (check);
}

static void
checking_free (gpointer data)
{
  Checking *checking = data;

  g_clear_pointer (&checking->check, bigcommerce_check_free);
  g_clear_error (&checking->failure);
  g_free (checking);
}

static char *
copy_text (JsonNode *store, const char *path)
{
  const char *text = bright_json_get_string (store, path);

  return g_strdup (text != NULL ? text : "");
}

static gpointer
read_store (JsonNode *answer, gconstpointer unused, GError **error)
{
  BigcommerceCheck *check;

  if (!JSON_NODE_HOLDS_OBJECT (answer))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "expected a store");
      return NULL;
    }
  check = g_new0 (BigcommerceCheck, 1);
  check->name = copy_text (answer, "name");
  check->plan = copy_text (answer, "plan_name");
  check->currency = copy_text (answer, "currency");
  check->time_zone = copy_text (answer, "timezone/name");
  return check;
}

static gpointer
read_nothing (JsonNode *answer, gconstpointer unused, GError **error)
{
  return json_node_new (JSON_NODE_NULL);
}

static void
finish_check (GTask *task, Checking *checking)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  if (checking->failure != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&checking->failure));
      return;
    }
  if (checking->lacks_store)
    g_strv_builder_add (missing, bigcommerce_scope_of (STORE_PATH));
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    if (checking->lacks[i])
      g_strv_builder_add (missing, bigcommerce_scope_of (probes[i]));
  checking->check->missing_scopes = g_strv_builder_end (missing);
  g_task_return_pointer (task, g_steal_pointer (&checking->check),
                         (GDestroyNotify) bigcommerce_check_free);
}

/* The store itself was answered, so a token that is refused here lacks a scope. */
static gboolean
tells_of_missing_scope (const GError *error)
{
  return g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING)
         || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_REFUSED);
}

static void
on_probe (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Probe *probe = user_data;
  g_autoptr (GTask) task = probe->task;
  Checking *checking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) nothing = NULL;

  nothing = bigcommerce_client_ask_finish (BIGCOMMERCE_CLIENT (source), result, NULL, &error);
  if (error != NULL && tells_of_missing_scope (error))
    checking->lacks[probe->index] = TRUE;
  else if (error != NULL && bright_error_is_systemic (error) && checking->failure == NULL)
    checking->failure = g_steal_pointer (&error);
  if (--checking->pending == 0)
    finish_check (task, checking);
}

static void
send_probes (BigcommerceClient *self, GTask *task, Checking *checking)
{
  checking->pending = G_N_ELEMENTS (probes);
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      Probe *probe = g_new (Probe, 1);

      probe->task = g_object_ref (task);
      probe->index = i;
      bigcommerce_client_ask_async (self,
                                    &(BigcommerceQuestion){
                                        .path = probes[i],
                                        .reader = read_nothing,
                                        .free_result = (GDestroyNotify) json_node_unref,
                                    },
                                    g_task_get_cancellable (task), on_probe, probe);
    }
}

static void
on_store (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BigcommerceClient *self = BIGCOMMERCE_CLIENT (source);
  Checking *checking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  checking->check = bigcommerce_client_ask_finish (self, result, NULL, &error);
  if (checking->check == NULL && !g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (checking->check == NULL)
    {
      g_autoptr (JsonNode) nothing = json_node_alloc ();

      json_node_take_object (json_node_init (nothing, JSON_NODE_OBJECT), json_object_new ());

      checking->lacks_store = TRUE;
      checking->check = read_store (nothing, NULL, NULL);
    }
  send_probes (self, task, checking);
}

void
bigcommerce_client_check_async (BigcommerceClient *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bigcommerce_client_check_async);
  g_task_set_task_data (task, g_new0 (Checking, 1), checking_free);
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = STORE_PATH,
                                    .reader = read_store,
                                    .free_result = (GDestroyNotify) bigcommerce_check_free,
                                },
                                cancellable, on_store, task);
}

BigcommerceCheck *
bigcommerce_client_check_finish (BigcommerceClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
