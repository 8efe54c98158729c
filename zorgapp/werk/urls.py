app_name = "werk"
urlpatterns: list = []
