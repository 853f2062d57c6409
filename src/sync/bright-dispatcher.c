/* Do: one dispatcher for all flows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-dispatcher-pack.h"

#include "bright-error.h"

#include <string.h>

/* More would not be faster: the platform's budget is the bound, not its latency. */
#define MAXIMUM_UNDER_WAY 6

struct _BrightDispatcher
{
  GObject parent_instance;

  BrightpearlClient *brightpearl; /* (owned) (nullable): NULL on paper */
  BigcommerceClient *bigcommerce; /* (owned) (nullable) */
  BrightJournal *journal;         /* (owned) (nullable) */
  BrightClock *clock;             /* (owned) (nullable) */
  GCancellable *cancellable;      /* (owned) (nullable) */
  GQueue waiting;                 /* of Entry: for their pack to fill */
  GQueue packs;                   /* of Pack: for their turn */
  guint under_way;
  gint64 last_placeholder;
  GPtrArray *paper; /* (owned): of BrightStep */
};

G_DEFINE_FINAL_TYPE (BrightDispatcher, bright_dispatcher, G_TYPE_OBJECT)

static void start_packs (BrightDispatcher *self);

static void
bright_dispatcher_finalize (GObject *object)
{
  BrightDispatcher *self = BRIGHT_DISPATCHER (object);

  g_queue_clear_full (&self->waiting, bright_pack_entry_free);
  g_queue_clear_full (&self->packs, bright_pack_free);
  g_clear_object (&self->brightpearl);
  g_clear_object (&self->bigcommerce);
  g_clear_object (&self->journal);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->paper);
  G_OBJECT_CLASS (bright_dispatcher_parent_class)->finalize (object);
}

static void
bright_dispatcher_class_init (BrightDispatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_dispatcher_finalize;
}

static void
bright_dispatcher_init (BrightDispatcher *self)
{
  g_queue_init (&self->waiting);
  g_queue_init (&self->packs);
  self->paper = bright_record_list_new (&bright_step_type);
}

BrightDispatcher *
bright_dispatcher_new (BrightpearlClient *brightpearl,
                       BigcommerceClient *bigcommerce,
                       BrightJournal *journal,
                       BrightClock *clock,
                       GCancellable *cancellable)
{
  BrightDispatcher *self = g_object_new (BRIGHT_TYPE_DISPATCHER, NULL);

  self->brightpearl = g_object_ref (brightpearl);
  self->bigcommerce = g_object_ref (bigcommerce);
  self->journal = g_object_ref (journal);
  self->clock = g_object_ref (clock);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

BrightDispatcher *
bright_dispatcher_new_paper (void)
{
  return g_object_new (BRIGHT_TYPE_DISPATCHER, NULL);
}

guint
bright_dispatcher_get_waiting (BrightDispatcher *self)
{
  return self->waiting.length;
}

guint
bright_dispatcher_get_under_way (BrightDispatcher *self)
{
  return self->under_way + self->packs.length;
}

GPtrArray *
bright_dispatcher_get_steps (BrightDispatcher *self)
{
  return self->paper;
}

/* Hands the outcomes back, and lets the next pack go. */
static void
answer (BrightPack *pack, GPtrArray *outcomes)
{
  BrightDispatcher *self = pack->dispatcher;

  self->under_way--;
  for (guint i = 0; i < pack->entries->len; i++)
    {
      const BrightPackEntry *entry = pack->entries->pdata[i];

      entry->function (entry->step, entry->intent, outcomes->pdata[i], entry->user_data);
    }
  start_packs (self);
  bright_pack_free (pack);
}

static GPtrArray *
new_outcomes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)bright_outcome_free);
}

static void
answer_all (BrightPack *pack, const GError *error)
{
  g_autoptr (GPtrArray) outcomes = new_outcomes ();

  for (guint i = 0; i < pack->entries->len; i++)
    g_ptr_array_add (outcomes,
                     bright_outcome_new (BRIGHT_OUTCOME_UNSENT, NULL, g_error_copy (error)));
  answer (pack, outcomes);
}

static void
answer_one (BrightPack *pack, JsonNode *response, GError *error)
{
  g_autoptr (GPtrArray) outcomes = new_outcomes ();

  g_ptr_array_add (outcomes, error != NULL
                                 ? bright_outcome_new_for_error (error)
                                 : bright_outcome_new (BRIGHT_OUTCOME_DONE, response, NULL));
  answer (pack, outcomes);
}

static void send (BrightPack *pack);

/* Whether the multi-message as such was turned away, with nothing in it done. */
static gboolean
was_turned_away (const BrightPack *pack, GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const BrightOutcome *outcome = outcomes->pdata[i];

      if (outcome->kind != BRIGHT_OUTCOME_UNSENT || bright_error_is_systemic (outcome->error))
        return FALSE;
    }
  return pack->entries->len > 1;
}

/* One step that cannot be read must not keep its neighbours from going. */
static void
send_one_by_one (BrightPack *pack)
{
  BrightDispatcher *self = pack->dispatcher;

  while (pack->entries->len > 0)
    {
      BrightPack *single = bright_pack_new (self);

      g_ptr_array_add (single->entries, g_ptr_array_steal_index (pack->entries, 0));
      g_ptr_array_add (single->steps, ((BrightPackEntry *)single->entries->pdata[0])->step);
      self->under_way++;
      send (single);
    }
  self->under_way--;
  bright_pack_free (pack);
}

static void
many_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightPack *pack = user_data;
  g_autoptr (GPtrArray) outcomes
      = brightpearl_client_send_many_finish (BRIGHTPEARL_CLIENT (source), result);

  if (was_turned_away (pack, outcomes))
    send_one_by_one (pack);
  else
    answer (pack, outcomes);
}

static void
brightpearl_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  JsonNode *response = brightpearl_client_send_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  answer_one (user_data, response, error);
}

static void
bigcommerce_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  JsonNode *response = bigcommerce_client_send_finish (BIGCOMMERCE_CLIENT (source), result, &error);

  answer_one (user_data, response, error);
}

static gboolean
is_for_brightpearl (const BrightStep *step)
{
  return strcmp (step->platform, bright_platform_name (BRIGHT_PLATFORM_BRIGHTPEARL)) == 0;
}

/* Multi-messages take no PATCH and carry no headers of their own. */
static gboolean
may_travel (const BrightStep *step)
{
  return is_for_brightpearl (step) && step->version == 0 && strcmp (step->method, "PATCH") != 0;
}

static void
send (BrightPack *pack)
{
  BrightDispatcher *self = pack->dispatcher;
  const BrightStep *step = pack->steps->pdata[0];
  const char *body = step->body[0] != '\0' ? step->body : NULL;

  if (pack->steps->len > 1 || may_travel (step))
    brightpearl_client_send_many_async (self->brightpearl, pack->steps, self->cancellable,
                                        many_sent_cb, pack);
  else if (is_for_brightpearl (step))
    brightpearl_client_send_async (self->brightpearl, step->method, step->path, body, step->version,
                                   FALSE, self->cancellable, brightpearl_sent_cb, pack);
  else
    bigcommerce_client_send_async (self->bigcommerce, step->method, step->path, body, FALSE,
                                   self->cancellable, bigcommerce_sent_cb, pack);
}

static void
intents_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightPack *pack = user_data;
  g_autoptr (GError) error = NULL;

  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    answer_all (pack, error);
  else if (g_cancellable_set_error_if_cancelled (pack->dispatcher->cancellable, &error))
    answer_all (pack, error);
  else
    send (pack);
}

static void
journal_intent (BrightDispatcher *self, BrightJournalBatch *batch, BrightPackEntry *entry)
{
  /* Borrows the step's texts for the call. */
  BrightIntent intent = {
    .id = bright_journal_reserve_intent (self->journal),
    .subject = entry->step->subject,
    .platform = entry->step->platform,
    .kind = entry->step->kind,
    .key = entry->step->key,
    .method = entry->step->method,
    .path = entry->step->path,
    .body = entry->step->body,
    .outcome = (char *)"sent",
    .detail = (char *)"",
    .sent_at = bright_clock_get_seconds (self->clock),
  };

  entry->intent = intent.id;
  bright_journal_batch_put_intent (batch, &intent);
}

static void
start_packs (BrightDispatcher *self)
{
  while (self->under_way < MAXIMUM_UNDER_WAY && self->packs.length > 0)
    {
      BrightPack *pack = g_queue_pop_head (&self->packs);
      BrightJournalBatch *batch = bright_journal_batch_new ();

      self->under_way++;
      for (guint i = 0; i < pack->entries->len; i++)
        journal_intent (self, batch, pack->entries->pdata[i]);
      bright_journal_commit_async (self->journal, batch, NULL, intents_committed_cb, pack);
    }
}

static void
queue_pack (BrightDispatcher *self, GQueue *entries, guint count)
{
  BrightPack *pack = bright_pack_new (self);

  for (guint i = 0; i < count; i++)
    {
      BrightPackEntry *entry = g_queue_pop_head (entries);

      g_ptr_array_add (pack->entries, entry);
      g_ptr_array_add (pack->steps, entry->step);
    }
  g_queue_push_tail (&self->packs, pack);
}

static void
answer_on_paper (BrightDispatcher *self, BrightPackEntry *entry)
{
  g_autoptr (BrightOutcome) outcome = NULL;
  JsonNode *placeholder = json_node_init_int (json_node_alloc (), --self->last_placeholder);

  outcome = bright_outcome_new (BRIGHT_OUTCOME_DONE, placeholder, NULL);
  g_ptr_array_add (self->paper, bright_record_copy (&bright_step_type, entry->step));
  entry->function (entry->step, 0, outcome, entry->user_data);
  bright_pack_entry_free (entry);
}

void
bright_dispatcher_submit (BrightDispatcher *self,
                          BrightStep *step,
                          BrightOutcomeFunc function,
                          gpointer user_data)
{
  BrightPackEntry *entry;

  g_return_if_fail (BRIGHT_IS_DISPATCHER (self) && step != NULL && function != NULL);

  entry = g_new0 (BrightPackEntry, 1);
  entry->step = step;
  entry->function = function;
  entry->user_data = user_data;
  if (self->journal == NULL)
    {
      answer_on_paper (self, entry);
      return;
    }
  if (may_travel (step))
    {
      g_queue_push_tail (&self->waiting, entry);
      if (self->waiting.length >= BRIGHTPEARL_MULTI_MESSAGE_PARTS)
        queue_pack (self, &self->waiting, BRIGHTPEARL_MULTI_MESSAGE_PARTS);
    }
  else
    {
      GQueue alone = G_QUEUE_INIT;

      g_queue_push_tail (&alone, entry);
      queue_pack (self, &alone, 1);
    }
  start_packs (self);
}

void
bright_dispatcher_flush (BrightDispatcher *self)
{
  g_return_if_fail (BRIGHT_IS_DISPATCHER (self));

  if (self->waiting.length > 0)
    queue_pack (self, &self->waiting, MIN (self->waiting.length, BRIGHTPEARL_MULTI_MESSAGE_PARTS));
  start_packs (self);
}
