/* The practice Brightpearl account: its tables, and what a seed puts in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account.h"

#include "practice-account-facts.h"
#include "practice-brightpearl.h"

#define STOCK_AGE_SECONDS (40 * 24 * 60 * 60)

static const gint64 warehouse_ids[PRACTICE_N_WAREHOUSES] = { 2, 3 };

static void
table_init (PracticeTable *table, gint64 first_id, GDestroyNotify free_record)
{
  table->records = g_ptr_array_new_with_free_func (free_record);
  table->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  table->next_id = first_id;
}

static void
table_clear (PracticeTable *table)
{
  g_hash_table_unref (table->by_id);
  g_ptr_array_unref (table->records);
}

gint64
practice_table_add (PracticeWorld *world, PracticeTable *table, gpointer record)
{
  PracticeRecord *head = record;

  head->id = table->next_id++;
  head->created_on = practice_now (world);
  head->changed_at = head->created_on;
  g_ptr_array_add (table->records, record);
  g_hash_table_insert (table->by_id, &head->id, record);
  return head->id;
}

gpointer
practice_table_get (const PracticeTable *table, gint64 id)
{
  PracticeRecord *record = g_hash_table_lookup (table->by_id, &id);

  return record != NULL && !record->deleted ? record : NULL;
}

void
practice_record_touch (PracticeWorld *world, gpointer record)
{
  PracticeRecord *head = record;
  gint64 now = practice_now (world);

  /* Within the lag a search still knows the version before the first of several changes. */
  if (now - head->changed_at >= world->account->search_lag)
    head->seen_updated_on = head->updated_on;
  head->updated_on = now;
  head->changed_at = now;
}

void
practice_shuffle (PracticeAccount *account, GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (account->random, 0, (gint32) i);
      gpointer held = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[other];
      array->pdata[other] = held;
    }
}

static void
product_free (PracticeProduct *product)
{
  g_free (product->sku);
  g_free (product->name);
  g_free (product->barcode);
  g_free (product->ean);
  g_free (product->upc);
  g_free (product->isbn);
  g_free (product->mpn);
  g_clear_pointer (&product->components, g_array_unref);
  g_free (product);
}

static void
contact_free (PracticeContact *contact)
{
  json_object_unref (contact->body);
  g_free (contact);
}

static void
address_free (PracticeAddress *address)
{
  json_object_unref (address->body);
  g_free (address);
}

PracticeAccount *
practice_account_new (PracticeWorld *world)
{
  PracticeAccount *account = g_new0 (PracticeAccount, 1);

  world->account = account;
  account->zone = g_time_zone_new_identifier ("Europe/London");
  if (account->zone == NULL)
    account->zone = g_time_zone_new_utc ();
  account->random = g_rand_new_with_seed (world->seed);
  table_init (&account->orders, 5501, (GDestroyNotify) practice_order_free);
  table_init (&account->contacts, 1201, (GDestroyNotify) contact_free);
  table_init (&account->addresses, 501, (GDestroyNotify) address_free);
  table_init (&account->products, 1010, (GDestroyNotify) product_free);
  table_init (&account->notes, 301, (GDestroyNotify) practice_note_free);
  table_init (&account->payments, 801, (GDestroyNotify) practice_payment_free);
  table_init (&account->goods_out_notes, 7001, (GDestroyNotify) practice_goods_out_free);
  table_init (&account->movements, 20001, g_free);
  account->next_row_id = 9001;
  account->next_invoice = 1001;
  account->reference_lists = practice_reference_new ();
  account->repeat_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  account->payment_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  practice_brightpearl_add_staff (world);
  return account;
}

void
practice_account_free (PracticeAccount *account)
{
  table_clear (&account->orders);
  table_clear (&account->contacts);
  table_clear (&account->addresses);
  table_clear (&account->products);
  table_clear (&account->notes);
  table_clear (&account->payments);
  table_clear (&account->goods_out_notes);
  table_clear (&account->movements);
  g_hash_table_unref (account->payment_keys);
  g_hash_table_unref (account->repeat_keys);
  g_hash_table_unref (account->reference_lists);
  g_rand_free (account->random);
  g_time_zone_unref (account->zone);
  g_free (account);
}

PracticeStock *
practice_product_stock (PracticeProduct *product, gint64 warehouse_id)
{
  for (guint i = 0; i < PRACTICE_N_WAREHOUSES; i++)
    if (product->stock[i].warehouse_id == warehouse_id)
      return &product->stock[i];
  return NULL;
}

void
practice_product_set_on_hand (PracticeWorld *world,
                              PracticeProduct *product,
                              gint64 warehouse_id,
                              gint64 on_hand)
{
  PracticeStock *stock = practice_product_stock (product, warehouse_id);

  if (stock == NULL || stock->on_hand == on_hand)
    return;
  practice_movement_add (world, product->record.id, warehouse_id, on_hand - stock->on_hand);
  stock->on_hand = on_hand;
  stock->held = TRUE;
}

static PracticeProduct *
add_product (PracticeWorld *world, const char *sku, const char *name)
{
  PracticeProduct *product = g_new0 (PracticeProduct, 1);

  product->sku = g_strdup (sku);
  product->name = g_strdup (name);
  for (guint i = 0; i < PRACTICE_N_WAREHOUSES; i++)
    product->stock[i].warehouse_id = warehouse_ids[i];
  practice_table_add (world, &world->account->products, product);
  /* Products alone have a date of change from the start. */
  product->record.updated_on = product->record.created_on;
  product->record.seen_updated_on = product->record.created_on;
  return product;
}

static void
age (PracticeRecord *record)
{
  record->created_on -= STOCK_AGE_SECONDS;
  record->updated_on = record->created_on;
  record->seen_updated_on = record->created_on;
}

/* What an account begins with was made, and came in, long ago. */
static void
age_product (PracticeAccount *account, PracticeProduct *product)
{
  GPtrArray *movements = account->movements.records;

  age (&product->record);

  for (guint i = movements->len; i > 0; i--)
    {
      PracticeMovement *movement = movements->pdata[i - 1];

      if (movement->product_id != product->record.id)
        return;
      age (&movement->record);
    }
}

gint64
practice_account_add_product (PracticeWorld *world,
                              const char *sku,
                              const char *name,
                              gboolean stock_tracked,
                              int on_hand_main,
                              int on_hand_shop)
{
  PracticeProduct *product = add_product (world, sku, name);

  product->stock_tracked = stock_tracked;
  practice_product_set_on_hand (world, product, warehouse_ids[0], on_hand_main);
  practice_product_set_on_hand (world, product, warehouse_ids[1], on_hand_shop);
  age_product (world->account, product);
  return product->record.id;
}

gint64
practice_account_add_bundle (PracticeWorld *world,
                             const char *sku,
                             const char *name,
                             const gint64 *components,
                             guint n_components)
{
  PracticeProduct *product = add_product (world, sku, name);

  product->components = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (product->components, components, n_components);
  return product->record.id;
}

gint64
practice_account_add_sales_order (PracticeWorld *world, JsonObject *body)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  char *segments[] = { (char *)"order-service", (char *)"sales-order", NULL };
  PracticeRequest request = { "POST", segments, 2, NULL, node, NULL, FALSE };
  PracticeAnswer answer = { 0 };
  gint64 id;

  json_node_set_object (node, body);
  practice_post_sales_order (world, &request, &answer);
  id = bright_json_get_integer (answer.body, "response", 0);
  if (id == 0)
    g_warning ("the seed's sales order was refused: %s", json_to_string (answer.body, FALSE));
  g_clear_pointer (&answer.body, json_node_unref);
  return id;
}
