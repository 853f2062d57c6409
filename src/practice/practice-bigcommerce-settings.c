/* What seldom changes, as the API of the practice store shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

/* JSON with ' for ", so that it can be read here. */
static const struct
{
  const char *path;
  const char *text;
} constants[] = {
  { "v2/store",
    "{'id':'k3x9demo1','name':'Harbour Lane Teas','domain':'harbourlane.example',"
    "'secure_url':'https://harbourlane.example','status':'live','country':'United Kingdom',"
    "'country_code':'GB','first_name':'Mira','last_name':'Oke','address':'12 Harbour Lane, "
    "Bristol',"
    "'phone':'0117 496 0101','admin_email':'owner@harbourlane.example',"
    "'order_email':'orders@harbourlane.example','favicon_url':'',"
    "'timezone':{'name':'Europe/London','raw_offset':0,'dst_offset':3600,'dst_correction':true,"
    "'date_format':{'display':'jS M Y','export':'jS M Y','extended_display':'jS M Y @ g:i A'}},"
    "'language':'en','currency':'GBP','currency_symbol':'\xC2\xA3','decimal_separator':'.',"
    "'thousands_separator':',','decimal_places':2,'currency_symbol_location':'left',"
    "'weight_units':'KGS','dimension_units':'Centimeters','dimension_decimal_places':2,"
    "'plan_name':'Plus','plan_level':'Plus','plan_is_trial':false,'industry':'Food',"
    "'is_price_entered_with_tax':true,'store_id':1001,'default_channel_id':1,"
    "'features':{'multi_storefront_enabled':false,'checkout_type':'optimized'},"
    "'infrastructure_region':'europe-west4','logo':[]}" },
  { "v2/currencies",
    "[{'id':1,'is_default':true,'currency_code':'GBP','currency_exchange_rate':'1.0000000000',"
    "'auto_update':false,'decimal_places':2,'name':'Pound','enabled':true,"
    "'is_transactional':true,'last_updated':'Mon, 02 Nov 2026 08:00:00 +0000'},"
    "{'id':2,'is_default':false,'currency_code':'EUR','currency_exchange_rate':'1.1500000000',"
    "'auto_update':false,'decimal_places':2,'name':'Euro','enabled':true,"
    "'is_transactional':true,'last_updated':'Mon, 02 Nov 2026 08:00:00 +0000'},"
    "{'id':3,'is_default':false,'currency_code':'USD','currency_exchange_rate':'1.2500000000',"
    "'auto_update':false,'decimal_places':2,'name':'US Dollar','enabled':true,"
    "'is_transactional':true,'last_updated':'Mon, 02 Nov 2026 08:00:00 +0000'}]" },
  { "v2/tax_classes", "[{'id':'1','name':'Non-Taxable Products'},{'id':'2','name':'Reduced Rate'},"
                      "{'id':'3','name':'Shipping'},{'id':'4','name':'Gift Wrapping'}]" },
  { "v2/payments/methods", "[{'code':'stripe','name':'Credit Card','test_mode':false},"
                           "{'code':'paypalexpress','name':'PayPal','test_mode':false},"
                           "{'code':'bankdeposit','name':'Bank Deposit','test_mode':false},"
                           "{'code':'cod','name':'Cash on Delivery','test_mode':false}]" },
  { "v2/shipping/zones",
    "[{'id':2,'name':'United Kingdom','type':'country','locations':[{'id':5,'country_iso2':'GB'}],"
    "'free_shipping':{'enabled':false,'minimum_sub_total':'0.0000','exclude_fixed_shipping_"
    "products':"
    "false},'handling_fees':{'fixed_surcharge':'0.0000','display_separately':true},'enabled':true},"
    "{'id':3,'name':'Europe','type':'country','locations':[{'id':6,'country_iso2':'IE'},"
    "{'id':7,'country_iso2':'DE'},{'id':8,'country_iso2':'FR'},{'id':9,'country_iso2':'PL'}],"
    "'free_shipping':{'enabled':false},'handling_fees':{},'enabled':true},"
    "{'id':4,'name':'Rest of the World','type':'global','locations':[],"
    "'free_shipping':{'enabled':false},'handling_fees':{},'enabled':true}]" },
  { "v2/shipping/zones/2/methods",
    "[{'id':4,'name':'Royal Mail Tracked 48','type':'perorder','settings':{'rate':3.95},"
    "'enabled':true,'handling_fees':{},'is_fallback':false},"
    "{'id':5,'name':'Royal Mail Special Delivery','type':'perorder','settings':{'rate':8.5},"
    "'enabled':true,'handling_fees':{},'is_fallback':false},"
    "{'id':6,'name':'Free Shipping','type':'freeshipping','settings':{},"
    "'enabled':true,'handling_fees':{},'is_fallback':false}]" },
  { "v2/shipping/zones/3/methods",
    "[{'id':7,'name':'DPD Europe','type':'perorder','settings':{'rate':9.95},"
    "'enabled':true,'handling_fees':{},'is_fallback':false}]" },
  { "v2/shipping/zones/4/methods",
    "[{'id':8,'name':'Royal Mail International','type':'perorder','settings':{'rate':14.5},"
    "'enabled':true,'handling_fees':{},'is_fallback':false}]" },
  { "v2/customer_groups",
    "[{'id':1,'name':'Wholesale','is_default':false,'category_access':{'type':'all'},"
    "'discount_rules':[],'is_group_for_guests':false}]" },
  { "v3/channels",
    "{'data':[{'id':1,'name':'Harbour Lane Teas','type':'storefront','platform':'bigcommerce',"
    "'status':'active','is_visible':true,'is_listable_from_ui':true,'is_enabled':true,"
    "'external_id':'','icon_url':'','date_created':'2019-04-02T09:00:00Z',"
    "'date_modified':'2026-03-02T10:00:00Z'},"
    "{'id':664178,'name':'Shop till','type':'pos','platform':'square','status':'connected',"
    "'is_visible':true,'is_listable_from_ui':true,'is_enabled':true,'external_id':'',"
    "'icon_url':'','date_created':'2022-05-11T09:00:00Z','date_modified':'2026-03-02T10:00:00Z'}],"
    "'meta':{'pagination':{'total':2,'count':2,'per_page':50,'current_page':1,'total_pages':1,"
    "'links':{'current':'?page=1&limit=50'}}}}" },
  { "v3/settings/inventory",
    "{'data':{'product_out_of_stock_behavior':'do_nothing',"
    "'option_out_of_stock_behavior':'do_nothing','update_stock_behavior':'order_placed',"
    "'edit_order_stock_adjustment':true,'delete_order_stock_adjustment':true,"
    "'refund_order_stock_adjustment':false,'stock_level_display':'dont_show',"
    "'default_out_of_stock_message':'','hide_in_product_filtering':false},'meta':{}}" },
  { "v3/settings/email-statuses",
    "{'data':{'abandoned_cart_email':true,'account_details_changed_email':true,"
    "'combined_order_status_email':true,'createaccount_email':true,'createguestaccount_email':true,"
    "'giftcertificate_email':true,'invoice_email':true,'ordermessage_notification':true,"
    "'product_review_email':false,'return_confirmation_email':true,"
    "'return_statuschange_email':true},'meta':{}}" },
  { "v3/settings/store/units-of-measurement",
    "{'data':{'weight_measurement':'KGS','length_measurement':'Centimeters',"
    "'decimal_token':'.','thousands_token':',','decimal_places':2},'meta':{}}" },
  { "v3/tax/settings",
    "{'data':{'tax_entered_with_prices':true,'default_tax_classes':{'product_tax_class_id':0},"
    "'rounding_strategy':'RATE_ROUNDING','document_submission_strategy':'PAID_ORDERS',"
    "'price_display_strategy':'INCLUSIVE','invoice_price_display_strategy':'INCLUSIVE',"
    "'fallback_strategy':'FIXED','fallback_rate':0},'meta':{}}" },
};

static void
answer_constant (PracticeCall *call)
{
  g_autofree char *path = g_strjoinv ("/", call->request->segments);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (constants); i++)
    if (strcmp (constants[i].path, path) == 0)
      text = g_strdup (constants[i].text);
  if (text == NULL)
    {
      practice_call_fail (call, 404, "The requested resource was not found.");
      return;
    }
  call->answer->status = 200;
  call->answer->body = bright_json_parse (g_strdelimit (text, "'", '"'), -1, NULL);
}

static void
get_time (PracticeCall *call)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "time", practice_now (call->world));
  practice_call_answer_object (call, 200, object);
}

static void
list_accepted_methods (PracticeCall *call)
{
  gint64 order_id = practice_call_query_integer (call, "order_id", 0);
  JsonObject *answer;
  JsonObject *method;
  JsonArray *data;

  if (order_id == 0 && practice_call_query (call, "checkout_id") == NULL)
    {
      practice_call_fail (call, 422, "One of order_id and checkout_id is required.");
      return;
    }
  if (order_id != 0 && practice_store_find_order (call->store, order_id) == NULL)
    {
      practice_call_fail (call, 404, "The order was not found.");
      return;
    }
  answer = json_object_new ();
  method = json_object_new ();
  data = json_array_new ();
  json_object_set_string_member (method, "id", "stripe.card");
  json_object_set_string_member (method, "name", "Stripe");
  json_object_set_string_member (method, "type", "card");
  json_object_set_boolean_member (method, "test_mode", FALSE);
  json_array_add_object_element (data, method);
  json_object_set_array_member (answer, "data", data);
  json_object_set_object_member (answer, "meta", json_object_new ());
  practice_call_answer_object (call, 200, answer);
}

const PracticeRoute practice_bigcommerce_setting_routes[] = {
  { "GET", "v2/time", get_time },
  { "GET", "v2/store", answer_constant },
  { "GET", "v2/currencies", answer_constant },
  { "GET", "v2/tax_classes", answer_constant },
  { "GET", "v2/payments/methods", answer_constant },
  { "GET", "v2/shipping/zones", answer_constant },
  { "GET", "v2/shipping/zones/{id}/methods", answer_constant },
  { "GET", "v2/customer_groups", answer_constant },
  { "GET", "v3/channels", answer_constant },
  { "GET", "v3/settings/inventory", answer_constant },
  { "GET", "v3/settings/email-statuses", answer_constant },
  { "GET", "v3/settings/store/units-of-measurement", answer_constant },
  { "GET", "v3/tax/settings", answer_constant },
  { "GET", "v3/payments/methods", list_accepted_methods },
  { NULL, NULL, NULL },
};
